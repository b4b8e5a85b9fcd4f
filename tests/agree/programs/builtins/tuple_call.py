# tuple() of every iterable.
def main():
    return tuple(), tuple([1, "a"]), tuple("xy"), tuple(range(3)), tuple(x * 2 for x in (1, 2)), tuple(enumerate("a")), tuple((1,))
