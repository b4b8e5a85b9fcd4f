# The documentation's first example, with fewer elements.
import math

def main():
    return sum(math.sin(i) for i in range(100000))
