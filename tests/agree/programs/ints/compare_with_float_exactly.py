# Integers are compared with floats exactly, without rounding either.
def main():
    n = 2**53
    return n == float(n), n + 1 == float(n), n + 1 > float(n), 10**400 > 1e308, -(10**400) < float('-inf'), 1 == 1.0, 0 == -0.0
