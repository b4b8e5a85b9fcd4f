# atan2 in all quadrants and with signed zeros.
import math

def main():
    points = [(1, 1), (1, -1), (-1, 1), (-1, -1), (0.0, 1), (0.0, -1), (-0.0, -1), (-0.0, 1), (2, 0.0), (-2, -0.0), (0.0, 0.0), (0.0, -0.0)]
    return [math.atan2(y, x) for y, x in points]
