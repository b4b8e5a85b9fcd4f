# The documentation's list of primes.
def is_prime(p):
    if p < 2:
        return 0
    x = 2
    while x * x <= p:
        if p % x == 0:
            return 0
        x = x + 1
    return 1

def main():
    primes = [x for x in range(8000) if is_prime(x)]
    return len(primes), primes[-5:], sum(primes)
