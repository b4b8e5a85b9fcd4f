# The constants.
import math

TWO_PI = 2 * math.pi

def main():
    return math.pi, math.e, math.tau, math.inf, math.nan, TWO_PI == math.tau, -math.inf < 0
