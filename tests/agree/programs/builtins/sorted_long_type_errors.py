# Long lists that can't be sorted: the message names the types in the order in which the two were compared.
def attempt(xs):
    try:
        ys = sorted(xs)
        return ys[:3], ys[-3:]
    except TypeError as e:
        return str(e)


def main():
    results = []
    for n in (3, 40, 63, 64, 70, 127, 128, 200, 1000):
        ups = list(range(n))
        downs = list(range(n, 0, -1))
        mixed = [i * 7919 % 1009 for i in range(n)]
        for xs in (ups, downs, mixed):
            for at in (0, 1, n // 2, n - 1):
                results.append(attempt(xs[:at] + ["z"] + xs[at + 1:]))
                results.append(attempt(xs[:at] + [0.5] + xs[at + 1:]))
        results.append(attempt(ups + ["a"] * n))
        results.append(attempt(["a"] * n + ups))
        results.append(attempt([(i * 31 % 17, -i) for i in range(n)]))
        results.append(attempt([(i // 3, "x" if i == n - 2 else i) for i in range(n)]))
    return results
