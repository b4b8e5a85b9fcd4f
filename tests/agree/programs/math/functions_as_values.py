# Functions of math in lists and as arguments.
import math

def table(f, n):
    return [f(k / n) for k in range(n)]

def main():
    fs = [math.sin, math.exp, math.sqrt, math.floor, lambda x: x]
    return [table(f, 3) for f in fs], list(map(math.factorial, range(6))), max((1.0, 4.0, 2.0), key=math.cos)
