# zip takes one element too many from earlier iterators.
def main():
    g = (x for x in range(10))
    pairs = list(zip(g, "abc"))
    return pairs, list(g)
