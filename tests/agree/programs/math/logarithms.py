# log with and without a base, log2 and log10.
import math

def main():
    return [math.log(x) for x in (1, 2.5, 1e300, 10)], [math.log(x, b) for x, b in ((8, 2), (100, 10), (2, 8), (0.5, 3))], [math.log2(x) for x in (1, 8, 0.1, 1023)], [math.log10(x) for x in (1, 1000, 0.01, 7)]
