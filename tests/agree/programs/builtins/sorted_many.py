# Sorting a few thousand elements with many duplicates.
def main():
    xs = [(i * 7919 + 13) % 1009 for i in range(3000)]
    ys = sorted(xs)
    zs = sorted(xs, key=lambda x: (x % 10, -x))
    return ys[:5], ys[-5:], zs[:5], zs[-5:], all(a <= b for a, b in zip(ys, ys[1:]))
