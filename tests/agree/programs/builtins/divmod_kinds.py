# divmod of ints, floats, bools and mixtures.
def main():
    return divmod(17, 5), divmod(-17, 5), divmod(17.5, 5), divmod(True, 2), divmod(10**30, 7), divmod(-1, 10**20), divmod(5, -2.0)
