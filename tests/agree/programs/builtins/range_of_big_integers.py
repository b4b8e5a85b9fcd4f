# Ranges around and beyond 64 bits.
def main():
    r = range(2**63 - 2, 2**63 + 2)
    return list(r), len(r), r[-1], 2**63 in r, list(range(10**20, 10**20 + 5, 2)), list(range(2**64, 2**64 - 3, -1))
