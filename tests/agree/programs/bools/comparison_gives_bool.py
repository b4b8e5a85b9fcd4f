# Comparisons are bools that can be summed and used as indices.
def main():
    xs = [3, 8, 1, 9]
    return sum([x > 2 for x in xs]), ("odd", "even")[xs[1] % 2 == 0], (xs[0] < xs[1]) + (xs[2] < xs[3])
