# Sums of floats and minima, whose order counts: of all elements and of some, of some that are ints, and of
# some that raise, at an index that need not be the first that is computed.
import math


def wave(x):
    return math.sin(x) * 1e10 + 1.0 / (x + 1)


def whole_sometimes(x):
    return 2 ** 70 if x % 97 == 96 else x / 3


def raises_at(x, first, second):
    if x == first:
        raise ValueError("first", x)
    if x == second:
        raise KeyError("second", x)
    return math.cos(x)


def caught(n, first, second):
    try:
        return sum(raises_at(x, first, second) for x in range(n))
    except (ValueError, KeyError) as e:
        return e.args


def main():
    n = 30000
    return (
        sum(wave(x) for x in range(n)),
        sum((wave(x) for x in range(n) if x % 7 > 2), 0.5),
        min(wave(x) for x in range(n)),
        max(wave(x) / (x % 5 - 7) for x in range(n) if x % 1000 > 500),
        sum(math.sqrt(x) for x in [float(x) for x in range(n)]),
        sum(x ** 0.5 for x in range(n) if x > n),
        sum(whole_sometimes(x) for x in range(1000)),
        caught(n, 29000, 12000),
        caught(n, 12000, 29000),
        caught(n, 0, 1),
        caught(n, n - 1, n),
        caught(n, n, n),
    )
