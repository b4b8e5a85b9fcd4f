# Lists compare element by element, then by length.
def main():
    return [1, 2] < [1, 3], [1, 2] < [1, 2, 0], [] < [0], [2] > [1, 5], [1, 2] == [1.0, 2], [1] != [1, 1], [[1], 2] >= [[1], 1]
