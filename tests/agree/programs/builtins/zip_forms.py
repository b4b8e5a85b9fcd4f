# zip of none, one, two and three iterables.
def main():
    return list(zip()), list(zip([1, 2])), list(zip("ab", [1, 2, 3])), list(zip(range(2), "xy", (True, None))), [a + b for a, b in zip([1, 2], (3, 4))]
