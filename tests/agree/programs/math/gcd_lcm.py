# gcd and lcm of any number of integers.
import math

def main():
    return math.gcd(12, 18), math.gcd(), math.gcd(0, 0), math.gcd(-12), math.gcd(2**100, 6**40, 10**30), math.lcm(4, 6), math.lcm(), math.lcm(0, 5), math.lcm(*range(1, 40)), math.lcm(-3, 7)
