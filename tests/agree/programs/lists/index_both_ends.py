# Indexing with positive and negative computed indices.
def main():
    xs = [5, 6, 7, 8]
    return [xs[i] for i in (0, 3, -1, -4)], xs[xs[0] - 4], xs[-len(xs)]
