# A list of a union, split by type.
def main():
    xs = [1, "a", 2.5, "b", None, 3]
    ints = [x for x in xs if type(x) is int]
    texts = [x for x in xs if isinstance(x, str)]
    rest = [x for x in xs if not isinstance(x, (int, str))]
    return ints, texts, rest, sum(ints), texts[0] + texts[1]
