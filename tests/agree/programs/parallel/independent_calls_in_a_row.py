# Calls that share no result follow each other; what is in their arguments may not fit, and one waits for another.
def work(n):
    total = 0
    for i in range(200):
        total = (total * 31 + i * n) % 1_000_003
    return total


def row(n, m):
    a = work(n)
    b = work(n + 1)
    c = work(n * m)
    d = work(b - n)
    e = work(m)
    return a, b, c, d, e


def main():
    big = 2 ** 62
    return [row(n, 7) for n in range(20)], row(2 ** 63 - 1, 3), row(-big, -2), row(big, big), row(1 - 2 ** 63, -1)
