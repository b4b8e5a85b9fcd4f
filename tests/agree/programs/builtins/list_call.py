# list() of every iterable.
def main():
    return list(), list([1]), list((1, "a")), list("héy"), list(range(3)), list(x for x in (5, 6)), list(zip([1], [2])), list(map(str, [1])), list(reversed([1, 2]))
