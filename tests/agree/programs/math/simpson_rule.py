# Numerical integration with several integrands.
import math

def simpson(f, a, b, n):
    h = (b - a) / n
    total = f(a) + f(b)
    for i in range(1, n):
        total += f(a + i * h) * (4 if i % 2 else 2)
    return total * h / 3

def main():
    return simpson(math.sin, 0, math.pi, 100), simpson(lambda x: math.exp(-x * x), -3, 3, 60), simpson(math.sqrt, 0.0, 1.0, 50)
