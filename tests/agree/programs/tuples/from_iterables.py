# tuple() of lists, ranges, text and generator expressions.
def main():
    return tuple([1, 2]), tuple(range(3)), tuple("ab"), tuple(x * x for x in (1, 2, 3)), tuple((1, 2)), tuple(zip((1, 2), "xy"))
