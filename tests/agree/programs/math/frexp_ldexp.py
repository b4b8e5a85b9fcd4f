# Taking floats apart and putting them together.
import math

def main():
    xs = [0.0, -0.0, 1.0, 0.1, -3.5, 1e300, 5e-324, 7]
    parts = [math.frexp(x) for x in xs]
    return parts, [math.ldexp(m, e) for m, e in parts], math.ldexp(1, -1074), math.ldexp(1.5, 10), math.ldexp(5, -2000)
