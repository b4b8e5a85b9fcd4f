# asin, acos, atan over their domains.
import math

def main():
    xs = [-1.0, -0.3, -0.0, 0.0, 0.7, 1]
    return [math.asin(x) for x in xs], [math.acos(x) for x in xs], [math.atan(x) for x in xs + [1e300, -1e300]]
