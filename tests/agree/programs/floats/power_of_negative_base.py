# A negative base with an integral float exponent stays real.
def main():
    return (-2.0)**3.0, (-2.0)**-3, (-0.5)**2, (-1.0)**1e300, (-1)**3.0, -2.0**2
