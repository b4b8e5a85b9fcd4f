# in compares with ==, so 1, 1.0 and True match.
def main():
    xs = [1, "a", 2.5, None, [3]]
    return True in xs, 2.5 in xs, "b" in xs, [3] in xs, None not in xs, 3 in xs, 1.0 in xs
