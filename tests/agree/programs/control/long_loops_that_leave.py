# Loops whose compiled code leaves in the middle, again and again: the interpreter goes on where they stand.
def powers(xs):
    s = 1
    for i, x in enumerate(xs):
        s = s * 3 + x  # soon too large for 64 bits
        if i % 97 == 96:
            s = s % 1000003
    return s


def mixed(xs, ys):
    counts = [0, 0, 0]
    for i, (x, y) in enumerate(zip(xs, ys)):
        z = x if i % 1000 else y
        counts[0 if isinstance(z, int) else 1 if isinstance(z, float) else 2] += 1
    return counts


def found(xs, wanted):
    for i, x in enumerate(xs):
        try:
            if 1 // (x - wanted) > 5:
                return "never"
        except ZeroDivisionError:
            return i
    return None


def rows(m):
    total = 0
    for i, row in enumerate(m):
        for j, x in enumerate(row):
            total += x * (i - j)
    return total


def main():
    n = 20000
    xs = [i * 7919 % 10007 for i in range(n)]
    m = [[i * j for j in range(i % 7)] for i in range(5000)]
    m[4321] = [2**80, 1.5]
    odd = [i / 2 if i % 3000 == 2999 else "s" if i % 7000 == 6999 else i for i in range(n)]
    return powers(xs), mixed(xs, [1.5] * n), mixed(odd, odd), found(xs, xs[17777]), found(xs, -1), rows(m[:4321]), rows(m)
