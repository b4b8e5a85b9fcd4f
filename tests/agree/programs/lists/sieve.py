# The sieve of Eratosthenes in a list of bools.
def primes(n):
    alive = [True] * (n + 1)
    found = []
    for p in range(2, n + 1):
        if alive[p]:
            found.append(p)
            for q in range(p * p, n + 1, p):
                alive[q] = False
    return found

def main():
    return primes(100), len(primes(5000))
