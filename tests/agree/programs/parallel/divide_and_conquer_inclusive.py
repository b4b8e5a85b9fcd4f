# The second half begins behind the middle: an argument that is computed between the two calls.
def total(lo, hi):
    if lo > hi:
        return 0
    if lo == hi:
        return lo * lo % 7
    mid = (lo + hi) // 2
    return total(lo, mid) + total(mid + 1, hi)


def three(lo, hi):
    if hi - lo < 3:
        return sum(range(lo, hi))
    third = (hi - lo) // 3
    return three(lo, lo + third) + three(lo + third, hi - third) + three(hi - third, hi)


def main():
    top = 2 ** 63 - 1
    return total(1, 20000), total(top - 3, top), three(0, 20000), three(top - 20, top)
