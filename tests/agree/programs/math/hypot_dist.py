# Euclidean norms in any dimension.
import math

def main():
    return math.hypot(3, 4), math.hypot(), math.hypot(-2.5), math.hypot(1, 2, 3, 4), math.hypot(1e200, 1e200), math.dist((1, 2), (4, 6)), math.dist([0.5], [0.25]), math.hypot(math.inf, math.nan)
