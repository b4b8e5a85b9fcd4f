# Unpacking too many values.
def main():
    a, b = (1, 2, 3)
    return a
