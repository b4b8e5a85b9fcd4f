# isinstance with tuples of classes, also nested, and bool among the ints.
def main():
    values = (1, 1.0, "1", True, None, (1,), [1], 2**70)
    return [[isinstance(v, t) for v in values] for t in (int, (int, float), (str, (tuple, list)), (bool, type(None)), ())]
