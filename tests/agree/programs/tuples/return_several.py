# A function that returns several values.
def stats(xs):
    return min(xs), max(xs), sum(xs) / len(xs)

def main():
    low, high, mean = stats([4, 8, 6])
    return high - low, mean, stats((1.5,))
