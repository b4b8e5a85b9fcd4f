# Repeating tuples.
def main():
    n = 3
    return (0,) * n, (1, 2) * 2, 2 * ("a",), (1,) * 0, () * 5, (1,) * -1
