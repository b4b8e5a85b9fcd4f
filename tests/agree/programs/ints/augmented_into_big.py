# Augmented operators carry an integer past 64 bits and back.
def main():
    x = 2**62
    seen = []
    x += x
    seen.append(x)
    x *= x
    seen.append(x)
    x >>= 100
    seen.append(x)
    x -= 2**26
    seen.append(x)
    x <<= 70
    seen.append(x)
    x //= 2**69 - 1
    return seen, x
