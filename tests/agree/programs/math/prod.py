# prod of ints, floats, mixtures, with a start.
import math

def main():
    return math.prod([1, 2, 3]), math.prod([]), math.prod(range(1, 30)), math.prod([0.5, 4]), math.prod([2, 3], start=10), math.prod((x for x in (2.0, 5)), start=1), math.prod([1e200, 1e200])
