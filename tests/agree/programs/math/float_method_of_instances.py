# __float__ of an instance serves the math functions.
import math

class Angle:
    def __init__(self, degrees):
        self.degrees = degrees
    def __float__(self):
        return math.radians(self.degrees)

def main():
    return math.sin(Angle(30)), math.cos(Angle(60.0)), float(Angle(180)) == math.pi
