# Unpacking something that can't be iterated.
def main():
    a, b = 5
    return a
