# The poles of gamma, and its overflow.
import math

def attempt(f):
    try:
        return f()
    except ValueError as e:
        return "value: " + str(e)
    except OverflowError as e:
        return "overflow: " + str(e)

def main():
    return attempt(lambda: math.gamma(0)), attempt(lambda: math.gamma(-2)), attempt(lambda: math.gamma(200)), attempt(lambda: math.lgamma(-1)), attempt(lambda: math.exp(1000)), attempt(lambda: math.cosh(1000)), attempt(lambda: math.pow(10, 400))
