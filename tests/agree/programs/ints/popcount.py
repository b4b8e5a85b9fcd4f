# Counting bits by clearing the lowest one.
def popcount(n):
    count = 0
    while n:
        n &= n - 1
        count += 1
    return count

def main():
    return [popcount(n) for n in (0, 1, 255, 2**63 - 1, 2**64, 2**100 - 1)]
