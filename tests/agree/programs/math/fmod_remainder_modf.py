# The C kinds of remainder, and the parts of a float.
import math

def main():
    pairs = [(7.5, 2), (-7.5, 2), (7.5, -2), (5, 3), (1e20, 3.3), (-0.0, 5), (3.0, math.inf)]
    return [math.fmod(a, b) for a, b in pairs], [math.remainder(a, b) for a, b in pairs], [math.modf(x) for x in (2.75, -2.75, 5, -0.0, math.inf)]
