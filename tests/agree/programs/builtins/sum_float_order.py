# sum of floats folds from left to right.
def main():
    xs = [1e16, 1.0, -1e16, 1.0, 0.1, 0.2, 0.3]
    return sum(xs), sum(xs[::-1]), sum(xs, 0.5), sum([0.1] * 10), sum([1, 0.1, 10**16, -(10**16)])
