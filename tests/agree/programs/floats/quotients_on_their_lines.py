# Divisors that are tested together, each on a line of its own: the traceback shows the first that is zero.
def mean(a, b, c, d):
    return (
        1.0 / a
        + 2.0 / b
        + 3.0 / c
        + 4.0 / d
    )


def total(n):
    s = 0.0
    k = 0
    while k < n:
        t = float(k)
        u = mean(t + 1.0, t - 70.5, 60.0 - t, 50.0 - t)
        v = mean(t + 2.0, 90.0 - t, t + 0.5, 50.0 - t)
        s = s + u / v
        k = k + 1
    return s


def main():
    return total(50), total(100)
