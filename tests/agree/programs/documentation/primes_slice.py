# The last few primes of a list.
def isPrime(p):
    x = 2
    while x*x <= p:
        if p%x == 0:
            return 0
        x = x + 1
    return 1

def main():
    primes = [x for x in range(5 * 1000) if isPrime(x)]
    lastFewPrimes = primes[-100:]
    return lastFewPrimes
