# A quotient too large for a float is an OverflowError.
def main():
    return 10**400 / 3
