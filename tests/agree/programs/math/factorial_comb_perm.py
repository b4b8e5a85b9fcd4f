# Exact combinatorics.
import math

def main():
    return math.factorial(0), math.factorial(25), math.comb(10, 3), math.comb(100, 50), math.comb(3, 5), math.perm(5, 2), math.perm(6), math.perm(2, 3), math.factorial(True)
