# float(int) rounds to nearest even at the edge of 53 bits.
def main():
    return [float(2**53 + k) for k in range(-1, 6)], float(10**22), float(10**23), float(-(2**63)), float(True)
