# Integers, bools and big integers as arguments.
import math

def main():
    return math.sin(1), math.sqrt(True), math.cos(10**15), math.exp(0), math.atan2(10**20, -(10**20)), math.log(True), math.fabs(-(2**62)), math.degrees(0)
