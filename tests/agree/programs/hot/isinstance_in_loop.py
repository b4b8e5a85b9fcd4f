# isinstance on elements of a list of mixed types, many times.
def main():
    xs = [1, 2.5, "abc", None, True]
    counts = [0, 0, 0, 0]
    for i in range(100000):
        x = xs[i * i % 5]
        if isinstance(x, int):
            counts[0] += x
        elif isinstance(x, float):
            counts[1] += x
        elif isinstance(x, str):
            counts[2] += len(x)
        else:
            counts[3] += 1
    return counts
