# bool() with and without an argument.
def main():
    return bool(), bool(0.0), bool("0"), bool([0]), bool(None), [bool(x) for x in range(-1, 2)]
