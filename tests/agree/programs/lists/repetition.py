# Repetition of lists.
def main():
    n = 3
    return [0] * n, [1, 2] * 2, 2 * ["ab"], [None] * 0, [1] * -2, [[]] * 2
