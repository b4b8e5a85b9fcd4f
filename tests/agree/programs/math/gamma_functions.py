# gamma, lgamma, erf and erfc.
import math

def main():
    return [math.gamma(x) for x in (1, 5, 0.5, -1.5, 10.1)], [math.lgamma(x) for x in (1, 0.5, 100, -0.5)], [math.erf(x) for x in (0, 0.5, -1, 3)], [math.erfc(x) for x in (0, 0.5, -1, 10)]
