# min and max of several arguments and of one iterable.
def main():
    return min(3, 1, 2), max([4, 7, 5]), min("hello"), max((1.5, 1)), min(2, 2.0), max(True, 1), min([[2], [1, 9]]), max(10**20, 1e20)
