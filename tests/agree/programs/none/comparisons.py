# None is equal only to itself and found by `is`.
def main():
    x = None
    return x is None, x is not None, x == None, x == 0, x != False, None in [0, None], [None] == [None]
