# Rotations by slicing, with any count.
def rotate(xs, k):
    if not xs:
        return xs
    k %= len(xs)
    return xs[k:] + xs[:k]

def main():
    xs = [1, 2, 3, 4, 5]
    return rotate(xs, 2), rotate(xs, -1), rotate(xs, 12), rotate([], 3)
