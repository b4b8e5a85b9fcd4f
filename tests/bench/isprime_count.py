def isPrime(p):
    x = 2
    while x * x <= p:
        if p % x == 0:
            return 0
        x = x + 1
    return 1


def main(n):
    count = 0
    p = 2
    while p < n:
        count = count + isPrime(p)
        p = p + 1
    return count
