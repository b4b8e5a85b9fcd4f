# floor, ceil and trunc give ints of any size.
import math

def main():
    xs = [2.5, -2.5, 0.0, -0.0, 1e20, -1e-9, 7, True, 2.0**70]
    return [math.floor(x) for x in xs], [math.ceil(x) for x in xs], [math.trunc(x) for x in xs]
