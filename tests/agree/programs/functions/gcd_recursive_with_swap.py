# Tail recursion with arguments that change places.
def gcd(a, b):
    return a if b == 0 else gcd(b, a % b)

def main():
    return gcd(48, 36), gcd(2**80, 6**30), gcd(0, 5), [gcd(i, 60) for i in range(1, 13)]
