# Right shifts floor, saturate at 0 or -1, and shrink big integers.
def main():
    return 7 >> 1, -7 >> 1, 1 >> 200, -1 >> 200, (2**100 + 1) >> 99, -(2**100) >> 100, -(2**100) - 1 >> 100
