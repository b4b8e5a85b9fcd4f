# Bit operations treat negative big integers as infinite two's complement.
def main():
    big = 2**70 + 12345
    return big & -1, big & 0xFFFF, -big & 0xFFFF, big | -1, -big | 7, big ^ -1, -big ^ big, ~big
