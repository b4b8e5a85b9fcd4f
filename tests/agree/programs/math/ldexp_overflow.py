# ldexp beyond the range.
import math

def main():
    return math.ldexp(1.0, 5000)
