# An attribute that math does not have.
import math

def main():
    return math.sine(1.0)
