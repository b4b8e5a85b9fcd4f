# Logarithms of integers beyond the float range.
import math

def main():
    n = 10**400
    return math.log(n), math.log2(2**2000), math.log10(n), math.log(n, 10), math.log2(2**2000 + 1), math.log(2**64)
