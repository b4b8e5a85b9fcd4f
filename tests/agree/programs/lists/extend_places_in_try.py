# `place += [x]` that fails leaves the list as it was, and handlers see it.
def f(xs, n):
    rows = [[] for _ in range(3)]
    bad = 0
    for i in range(n):
        try:
            rows[i % 4] += [10 // (i % 5)]
        except IndexError:
            bad += 1
        except ZeroDivisionError:
            bad += 100
        finally:
            rows[0] += [-i]
    return rows, bad
def main():
    return f([], 25), f([], 0)
