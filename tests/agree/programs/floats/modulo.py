# % of floats takes the sign of the divisor.
def main():
    return [7.5 % 2, -7.5 % 2, 7.5 % -2, -7.5 % -2, 1.0 % 0.1, -1e-20 % 1.0, 5.0 % float("inf"), -5.0 % float("inf"), 0.0 % -3.0, 6.0 % -3]
