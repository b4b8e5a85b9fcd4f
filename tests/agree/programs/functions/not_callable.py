# Calling a number is a TypeError.
def main():
    x = 5
    return x(1)
