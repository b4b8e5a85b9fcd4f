# A 64-bit xorshift generator with masks.
def main():
    mask = 2**64 - 1
    x = 88172645463325252
    ones = 0
    for _ in range(100000):
        x ^= x << 13 & mask
        x ^= x >> 7
        x ^= x << 17 & mask
        ones += x & 1
    return x, ones
