# All subsets by doubling a list.
def main():
    sums = [0]
    for x in (1, 5, 10, 25):
        sums = sums + [s + x for s in sums]
    return sorted(sums)
