# sin, cos and tan at ordinary and special points.
import math

def main():
    xs = [0.0, -0.0, 0.5, 1.0, math.pi, math.pi / 2, 1e6, -3.7, 1e22]
    return [math.sin(x) for x in xs], [math.cos(x) for x in xs], [math.tan(x) for x in xs]
