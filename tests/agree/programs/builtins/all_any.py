# all and any of lists, tuples, text and empty iterables.
def main():
    return all([]), any([]), all([1, "a", 0]), any((0, "", None, 2)), all("abc"), any("")
