# in compares with ==.
def main():
    t = (1, "a", 2.0, None, (3,))
    return 2 in t, "b" in t, None in t, (3,) in t, True in t, 3 not in t
