# Infinities and nan pass through where C says so.
import math

def main():
    inf, nan = math.inf, math.nan
    return math.exp(-inf), math.exp(inf), math.log(inf), math.sqrt(inf), math.atan(inf), math.tanh(-inf), math.sin(nan), math.pow(nan, 0), math.pow(1, nan), math.hypot(-inf, 1), math.atan2(inf, -inf), math.copysign(inf, -1)
