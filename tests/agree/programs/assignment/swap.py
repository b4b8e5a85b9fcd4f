# The right side is evaluated completely before the targets.
def main():
    a, b, c = 1, 2.5, "x"
    a, b = b, a
    a, b, c = c, a, b
    return a, b, c
