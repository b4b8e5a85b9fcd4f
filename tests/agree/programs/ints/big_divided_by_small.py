# Quotients of big integers that fit 64 bits again behave like small ones.
def main():
    q = 10**25 // 10**20
    r = (10**25 + 7) % 10**20
    return q, r, q + r, q * 3 - r, [10, 20, 30][r - 5]
