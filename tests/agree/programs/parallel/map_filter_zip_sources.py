# Splittable sources under sum: map, filter, zip, enumerate, reversed and slices.
def main():
    xs = [(i * 31) % 97 for i in range(20000)]
    return (sum(map(lambda x: x * x, xs)), sum(filter(lambda x: x % 2, xs)), sum(a * b for a, b in zip(xs, xs[1:])),
            sum(i * x for i, x in enumerate(xs)), sum(i - x for i, x in zip(range(20000), reversed(xs))), sum(xs[100:-100:3]))
