# Compensated summation relies on exact rounding of each step.
def kahan(xs):
    total = 0.0
    lost = 0.0
    for x in xs:
        y = x - lost
        t = total + y
        lost = (t - total) - y
        total = t
    return total

def main():
    return kahan([0.1] * 1000), sum([0.1] * 1000), kahan([1e16, 1.0, -1e16])
