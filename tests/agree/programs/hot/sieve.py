# A sieve over a list of bools.
def main():
    n = 100000
    alive = [True] * (n + 1)
    count = 0
    for p in range(2, n + 1):
        if alive[p]:
            count += 1
            for q in range(p * p, n + 1, p):
                alive[q] = False
    return count
