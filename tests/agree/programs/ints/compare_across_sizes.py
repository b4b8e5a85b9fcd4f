# Comparisons between small and big integers.
def main():
    big = 2**64
    return (big > 2**63 - 1, -big < -(2**63), big == 2 * 2**63, big != big + 1, 5 < big, -5 < -big,
            sorted([big, 0, -big, 7, big + 1, -1]))
