# Anything iterable can be unpacked.
def main():
    a, b = range(2)
    c, d = "xy"
    e, f = (x * x for x in (3, 4))
    g, h = zip([1, 2], [3, 4])
    i, j = map(str, (5, 6))
    k, l = reversed([7, 8])
    return a, b, c, d, e, f, g, h, i, j, k, l
