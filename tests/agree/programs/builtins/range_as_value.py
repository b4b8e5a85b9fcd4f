# Ranges have a length, items, slices' worth of items and membership.
def main():
    r = range(3, 20, 4)
    return len(r), r[0], r[-1], r[2], 11 in r, 12 in r, 11.0 in r, list(r), sum(r), r == range(3, 22, 4), bool(range(0)), r[1] + max(r)
