# filter with a function, with None and over several iterables.
def main():
    return list(filter(lambda x: x % 3 == 0, range(10))), list(filter(None, [0, 1, "", "a", None, []])), tuple(filter(lambda c: c > "b", "abcd")), sum(filter(None, (1, 0, 2.5)))
