# Targets are assigned from left to right, so later ones see earlier ones.
def main():
    xs = [0, 0, 0, 0]
    i, xs[i], i = 2, "two", 3
    xs[i], i = "three", 0
    xs[i] = "zero"
    return xs, i
