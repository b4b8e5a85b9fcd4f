# Slices with every combination of bounds.
def main():
    xs = list(range(8))
    return [xs[2:5], xs[:3], xs[5:], xs[:], xs[-3:-1], xs[10:], xs[:-10], xs[6:2], xs[None:2]]
