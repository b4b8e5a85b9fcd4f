# A zip over a list that changes between two reads.
def main():
    xs = [1, 2, 3]
    pairs = zip(xs, xs[1:])
    xs[0] = 100
    return list(pairs)
