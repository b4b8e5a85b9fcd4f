# A loop over pairs, with swapped and nested targets.
def main():
    pairs = ((1, "a"), (2, "b"))
    nested = ((1, (2, 3)), (4, (5, 6)))
    return [s * n for n, s in pairs], [a * b + c for a, (b, c) in nested]
