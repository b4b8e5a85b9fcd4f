# sinh, cosh, tanh and their inverses.
import math

def main():
    xs = [-2.0, -0.1, -0.0, 0.3, 1, 5.5]
    return [math.sinh(x) for x in xs], [math.cosh(x) for x in xs], [math.tanh(x) for x in xs], [math.asinh(x) for x in xs], [math.acosh(x) for x in (1, 1.5, 100.0)], [math.atanh(x) for x in (-0.9, 0.0, 0.25)]
