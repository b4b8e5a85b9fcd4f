# Neighbouring floats.
import math

def main():
    return math.nextafter(1.0, 2), math.nextafter(0.0, -1), math.nextafter(1.0, 1.0), math.ulp(1.0), math.ulp(0), math.ulp(-1e300), math.ulp(math.inf), math.nextafter(math.inf, 0)
