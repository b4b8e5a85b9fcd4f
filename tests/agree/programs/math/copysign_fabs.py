# Signs, also of zeros and nan.
import math

def main():
    return math.copysign(3, -0.0), math.copysign(-2.5, 1), math.copysign(0.0, -1), math.fabs(-3), math.fabs(-0.0), math.copysign(math.nan, -1), math.copysign(1, -math.nan) in (1.0, -1.0)
