# degrees and radians.
import math

def main():
    return math.degrees(math.pi), math.radians(180), math.degrees(1), math.radians(-45.5), math.degrees(math.radians(30)), math.sin(math.radians(30))
