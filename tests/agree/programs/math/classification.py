# isnan, isinf, isfinite.
import math

def main():
    xs = (0, 1.5, math.inf, -math.inf, math.nan, 1e308, 10**300)
    return [math.isnan(x) for x in xs], [math.isinf(x) for x in xs], [math.isfinite(x) for x in xs]
