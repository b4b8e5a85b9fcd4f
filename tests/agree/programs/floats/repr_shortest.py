# repr is the shortest text that reads back to the same float.
def main():
    return [0.1, 0.2, 0.1 + 0.2, 1 / 3, 2 / 3, 100.0, 1.0, 123456789.123456789, 5e-324, 1.7976931348623157e308]
