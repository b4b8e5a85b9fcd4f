# List literals and their text.
def main():
    return [], [1], [1, 2.5, "x", None, True], [[], [[]]], str([1, [2, "a'b"]]), [*range(3), 9, *[]]
