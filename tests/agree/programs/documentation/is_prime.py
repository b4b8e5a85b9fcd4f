# The tutorial's count of primes.
def isPrime(p):
    x = 2
    while x*x <= p:
        if p%x == 0:
            return 0
        x = x + 1
    return 1

def main():
    return sum(isPrime(x) for x in range(10 * 1000))
