# isclose with relative and absolute tolerance.
import math

def main():
    return math.isclose(1.0, 1.0 + 1e-10), math.isclose(1, 1.1), math.isclose(100, 101, rel_tol=0.02), math.isclose(0.0, 1e-10), math.isclose(0.0, 1e-10, abs_tol=1e-9), math.isclose(math.inf, math.inf), math.isclose(math.nan, math.nan)
