# A for loop may assign to items and nested patterns.
def main():
    xs = [0, 0]
    for xs[1] in range(4):
        xs[0] += xs[1]
    out = []
    for i, (a, *rest) in enumerate([(1, 2, 3), "xy"]):
        out.append((i, a, rest))
    return xs, out
