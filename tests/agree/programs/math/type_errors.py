# math functions take numbers only.
import math

def attempt(f, *args):
    try:
        return f(*args)
    except TypeError as e:
        return str(e)

def main():
    return attempt(math.sin, "x"), attempt(math.floor, "x"), attempt(math.sqrt, None), attempt(math.atan2, 1), attempt(math.hypot, "a"), attempt(math.exp), attempt(math.fabs, [1])
