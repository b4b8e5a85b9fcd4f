# Loops that are long enough to be entered by compiled code in the middle: what they stand at, and what is left of them.
def weighted(xs, start):
    s = 0
    for i, x in enumerate(xs, start):
        s += i * x
    return s, i, x


def dot(xs, ys, limit):
    s = 0
    for x, y in zip(xs, ys):
        s += x * y
        if s > limit:
            break
    return s, x, y


def backwards(xs):
    for i, x in enumerate(reversed(xs)):
        last = (i, x) if x % 1000 == 999 else (0, 0) if i == 0 else last
    return last


def pairs(xs):
    it = reversed(xs)
    s = 0
    for a, b in zip(it, it):  # one iterator, which both read
        s = s * 3 % 1000003 + a - b
    return s


def nested(xs, ys):
    s = 0
    for i, (x, (y, r)) in enumerate(zip(xs, zip(ys, range(10**9, 0, -7)))):
        s = (s + i * x - y * r) % 1000003
    return s


def main():
    n = 20000
    xs = [i * 7919 % 10007 for i in range(n)]
    ys = [i * 31 % 1009 for i in range(n - 5)]
    long = range(-(2**63), 2**63 - 1, 2**40)
    return (weighted(xs, 0), weighted(xs, 2**62), weighted(xs, -(2**70)), dot(xs, ys, 10**15), dot(xs, ys, 10**9),
            backwards(xs), pairs(xs), nested(xs, ys), weighted(long[:20000], 5), dot(long, xs, 0))
