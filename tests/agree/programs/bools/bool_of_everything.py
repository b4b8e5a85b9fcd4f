# bool() of each kind of value.
def main():
    return [bool(x) for x in (0, 1, -1, 2**70, 0.0, -0.0, 0.1, "", " ", (), (0,), [], [[]], None, True, False)], bool()
