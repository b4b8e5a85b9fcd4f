# Logarithms of zero and negative numbers, and to base 1.
import math

def attempt(f):
    try:
        return f()
    except ValueError as e:
        return "value: " + str(e)
    except ZeroDivisionError as e:
        return "zero: " + str(e)

def main():
    return attempt(lambda: math.log(0)), attempt(lambda: math.log(-1.5)), attempt(lambda: math.log2(0.0)), attempt(lambda: math.log10(-3)), attempt(lambda: math.log1p(-1)), attempt(lambda: math.log(5, 1)), attempt(lambda: math.log(-(10**400)))
