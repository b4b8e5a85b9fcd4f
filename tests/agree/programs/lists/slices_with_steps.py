# Extended slices, also backwards.
def main():
    xs = list(range(10))
    return [xs[::2], xs[1::3], xs[::-1], xs[7:2:-2], xs[-1:-4:-1], xs[2:8:100], xs[::-100], xs[8:1:2]]
