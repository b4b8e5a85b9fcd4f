# A small recursive function called very often.
def gcd(a, b):
    return a if b == 0 else gcd(b, a % b)

def main():
    total = 0
    for i in range(1, 20000):
        total += gcd(i, 720720)
    return total
