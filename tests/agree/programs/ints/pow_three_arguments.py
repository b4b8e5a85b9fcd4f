# pow with a modulus, negative bases and moduli, and modular inverses.
def main():
    return pow(3, 200, 13), pow(-3, 7, 11), pow(3, 7, -11), pow(3, -1, 11), pow(2, 10**20, 10**9 + 7), pow(5, 0, 1)
