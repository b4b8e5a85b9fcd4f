# exp, expm1, log1p and pow.
import math

def main():
    xs = [0.0, -0.0, 1.0, -1.0, 1e-10, 20.5, -700.0]
    return [math.exp(x) for x in xs], [math.expm1(x) for x in xs], [math.log1p(x) for x in (0.0, 1e-15, -0.5, 10)], [math.pow(a, b) for a, b in ((2, 0.5), (9, 2), (-2, 3), (0, 0), (1.1, -7))]
