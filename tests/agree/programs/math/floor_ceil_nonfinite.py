# floor and ceil of infinity and nan fail.
import math

def attempt(f, x):
    try:
        return f(x)
    except OverflowError as e:
        return str(e)
    except ValueError as e:
        return str(e)

def main():
    return [attempt(f, x) for f in (math.floor, math.ceil, math.trunc) for x in (math.inf, -math.inf, math.nan)]
