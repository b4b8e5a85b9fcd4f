# Tolerances must not be negative.
import math

def main():
    return math.isclose(1, 2, rel_tol=-1)
