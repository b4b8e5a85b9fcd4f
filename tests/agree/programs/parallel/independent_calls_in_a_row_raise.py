# Of calls that run at the same time the first one that raises counts, whichever came to it first.
def work(n, bad):
    total = 0
    for i in range(300):
        if i == bad:
            raise ValueError((n, i))
        total = (total * 31 + i * n) % 1_000_003
    return total


def row(n, x, y, z):
    a = work(n, -1)
    b = work(n + 1, x)
    c = work(n * 3, y)
    d = work(b, z)
    return a + b + c + d


def attempt(x, y, z):
    try:
        return row(5, x, y, z)
    except ValueError as e:
        return str(e)


def main():
    return [attempt(x, y, z) for x in (-1, 299) for y in (-1, 150) for z in (-1, 0)]
