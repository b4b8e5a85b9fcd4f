# The functions that came with Python 3.11.
import math

def main():
    return [math.exp2(x) for x in (0, 1, -1, 0.5, 10.25)], [math.cbrt(x) for x in (27.0, -8.0, 2, 0.0, -0.0)]
