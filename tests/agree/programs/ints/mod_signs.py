# The remainder takes the sign of the divisor.
def main():
    return [(a % b, a - (a // b) * b) for a in (13, -13, 12, 0) for b in (5, -5, 12, -1)]
