# fsum is correctly rounded, unlike sum.
import math

def main():
    xs = [0.1] * 10
    return math.fsum(xs), sum(xs), math.fsum([1e16, 1.0, -1e16]), math.fsum([]), math.fsum([1e308, 1e308, -1e308]), math.fsum([2**53, 1, 1]), math.fsum(1 / k for k in range(1, 100))
