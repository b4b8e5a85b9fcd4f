# Every augmented operator on one integer variable.
def main():
    x = 100
    x += 7
    x -= 3
    x *= 5
    x //= 2
    x %= 151
    x **= 3
    x <<= 4
    x >>= 2
    x &= 0xFFFFF
    x |= 1
    x ^= 0b1010
    return x
