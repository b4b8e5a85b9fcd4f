# sqrt and isqrt, with their errors.
import math

def main():
    roots = [math.sqrt(x) for x in (0, 2, 1e-300, 16.0, 10**20, -0.0)]
    whole = [math.isqrt(n) for n in (0, 1, 15, 16, 2**63, 10**40 - 1)]
    try:
        math.sqrt(-1)
    except ValueError as e:
        first = str(e)
    try:
        math.isqrt(-1)
    except ValueError as e:
        return roots, whole, first, str(e)
