# Arguments outside of the domain.
import math

def attempt(f, *args):
    try:
        return f(*args)
    except ValueError as e:
        return str(e)

def main():
    return attempt(math.asin, 1.5), attempt(math.acos, -2), attempt(math.acosh, 0.5), attempt(math.atanh, 1), attempt(math.fmod, 1, 0), attempt(math.sin, math.inf), attempt(math.pow, -8, 1 / 3), attempt(math.pow, 0, -1), attempt(math.remainder, 1, 0)
