# `del` of items and slices.
class Index:
    def __index__(self):
        return -1


def without(xs, i):
    try:
        del xs[i]
    except (IndexError, TypeError, ValueError) as e:
        return type(e).__name__, str(e)
    return xs


def main():
    n = 8
    rows = [without([i for i in range(n)], i) for i in (0, -1, 3, 8, -9, "0", None, Index(), 2 ** 80)]
    rows.extend([slice_of(case) for case in range(5)])
    xs = [i for i in range(3000)]
    while len(xs) > 5:
        del xs[len(xs) // 2]
        del xs[-1]
    grid = [[1, 2, 3], [4, 5, 6]]
    del grid[1][0], grid[0][1:]
    t = (1, 2)
    try:
        del t[0]
    except TypeError as e:
        rows.append(str(e))
    return rows, xs, grid


def slice_of(case):
    xs = ["a", 1, 2.5, None, "e", 6]
    if case == 0:
        del xs[1:3]
    elif case == 1:
        del xs[::2]
    elif case == 2:
        del xs[::-3]
    elif case == 3:
        del xs[5:1]
    else:
        del xs[:]
    return xs
