# A list of mixed numbers keeps each element's own type.
def main():
    xs = [1, 2.0, True, 3.5, -0.0, 0]
    return xs, [x + 1 for x in xs], [x * 1.0 for x in xs], sorted(xs)
