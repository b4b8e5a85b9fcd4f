# any and all over zip and enumerate.
def is_sorted(xs):
    return all(a <= b for a, b in zip(xs, xs[1:]))

def main():
    return is_sorted([1, 2, 2, 5]), is_sorted([2, 1]), is_sorted([]), any(i == x for i, x in enumerate([3, 0, 2])), is_sorted("abcz")
