# Swapping two items of one list.
def main():
    xs = [3, 1, 2]
    xs[0], xs[2] = xs[2], xs[0]
    i = 1
    xs[i], xs[i - 1] = xs[i - 1], xs[i]
    return xs
