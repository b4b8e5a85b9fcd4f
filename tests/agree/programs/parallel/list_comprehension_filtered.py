# A filter makes the number of elements unknown beforehand.
def main():
    xs = [i for i in range(80000) if i * i % 11 == 3]
    return len(xs), xs[0], xs[-1], xs[len(xs) // 2], all(a < b for a, b in zip(xs, xs[1:]))
