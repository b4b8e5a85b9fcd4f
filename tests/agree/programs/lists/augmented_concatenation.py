# += on an unaliased local takes any iterable.
def main():
    xs = [1]
    xs += [2, 3]
    xs += (4,)
    xs += "ab"
    xs += range(2)
    return xs
