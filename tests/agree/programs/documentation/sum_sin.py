# The very first example.
import math

def main():
    return sum(math.sin(i) for i in range(10**5 * 2))
