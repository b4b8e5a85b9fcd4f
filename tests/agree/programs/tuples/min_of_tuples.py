# min and max of tuples keep the first of equals.
def main():
    return min((2, "b"), (1, "z"), (1, "a")), max([(1, 2), (1, 2.0)]), min(((3, 1), (3,)))
