# What `pop` raises, and that the list is as it was.
class Index:
    def __index__(self):
        return 1


def attempt(xs, i):
    try:
        x = xs.pop(i)
    except (IndexError, TypeError, OverflowError) as e:
        return type(e).__name__, str(e), xs
    return x, xs


def empty(xs):
    try:
        return xs.pop()
    except IndexError as e:
        return str(e), len(xs)


def main():
    rows = [attempt([1, 2, 3], i) for i in (0, 2, 3, -3, -4, "1", 1.0, True, Index(), 2 ** 70)]
    try:
        [1].pop(0, 0)
    except TypeError as e:
        rows.append(str(e))
    rows.append(empty([]))
    return rows
