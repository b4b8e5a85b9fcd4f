# Euclid's algorithm on integers of very different sizes.
def gcd(a, b):
    while b:
        a, b = b, a % b
    return a

def main():
    return gcd(2**90, 6**50), gcd(10**18, 12), gcd(17, 0), gcd(-12, 18)
