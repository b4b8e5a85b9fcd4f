# Tuples compare element by element, then by length.
def main():
    return (1, 2) < (1, 3), (1, 2) < (1, 2, 0), (2,) > (1, 99), () < (0,), (1, 2) == (1.0, 2.0), (1,) != (1, 1), (1, "b") > (1, "a")
