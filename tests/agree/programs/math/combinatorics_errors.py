# Negative and non-integer arguments.
import math

def attempt(f):
    try:
        return f()
    except ValueError as e:
        return "value: " + str(e)
    except TypeError as e:
        return "type: " + str(e)

def main():
    return attempt(lambda: math.factorial(-1)), attempt(lambda: math.factorial(2.0)), attempt(lambda: math.comb(-1, 2)), attempt(lambda: math.comb(5, -2)), attempt(lambda: math.perm(3, -1)), attempt(lambda: math.gcd(1.5, 2))
