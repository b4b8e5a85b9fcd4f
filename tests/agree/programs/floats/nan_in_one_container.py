# A list compared with itself: its elements are the same objects, NaN among them.
def same(xs):
    ys = xs
    return xs == ys, xs != ys, xs <= ys, xs < ys


def main():
    inf = float("inf")
    nan = inf - inf
    xs = [1.0, nan, 2.0]
    rows = [xs, [1.0]]
    return same(xs), same(rows), nan == nan, 2.0 in [1.0, 2.0, nan], [nan] == [1.0], [nan, 1] < [2, 1]
