# The performance guide's isPrime, as printed there.
def isPrime(p):
    if p < 2: return 0
    x = 2
    while x*x <= p:
        if p%x == 0:
            return 1
        x = x + 1
    return 1

def main():
    return sum(isPrime(x) for x in range(20000))
