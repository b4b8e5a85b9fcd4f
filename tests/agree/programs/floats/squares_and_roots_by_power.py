# x ** 2 and x ** 0.5 have the bits of libm's pow, also next to half-way cases, for what is tiny, huge, zero or not finite.
import math


def scatter(n):
    # Doubles of every size: a fraction of 52 random bits, an exponent from -1000 to 1000.
    state = 20261123
    values = []
    for _ in range(n):
        state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
        values.append(math.ldexp(1.0 + (state >> 12) / 2**52, state % 2001 - 1000))
    return values


def odd_ones():
    inf = math.inf
    tiny = 5e-324
    return [0.0, -0.0, 1.0, -1.0, 3.0, -3.5, 1e-160, 1.5e-162, -1e-170, 1e154, tiny, 2.2250738585072014e-308, inf, -inf]


def squares(values):
    return [x ** 2 if abs(x) < 1e150 else 0.0 for x in values]


def roots(values):
    return [x ** 0.5 for x in values]


def near_halfway(n):
    # Where a square, or a root, is about half-way between two doubles.
    squares_of = [(1.0 + k * 2.0 ** -27 + 2.0 ** -52) ** 2 for k in range(n)]
    roots_of = [(1.0 + (2 * k + 1) * 2.0 ** -52) ** 0.5 for k in range(n)]
    return sum(squares_of), sum(roots_of)


def main():
    values = scatter(20000)
    rest = [x for x in odd_ones() if x >= 0.0]
    mantissas = sum(math.frexp(x)[0] for x in squares(values)), sum(math.frexp(x)[0] for x in roots(values))
    return mantissas, squares(odd_ones()[:10]), [x ** 2 for x in odd_ones()[10:]], roots(rest), near_halfway(5000)
