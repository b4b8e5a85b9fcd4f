# Folds of plain lists whose elements are of other kinds than those of the lists before: tuples among them.
def main():
    n = 70000
    first = max([i for i in range(n)])
    pairs = [(i, 2) for i in range(n)]
    some = [i if i else None for i in range(n)][1:]
    single = [(i,) for i in range(n)]
    late = [(i, 1) if i % 30011 == 30010 else (i, 1, 2) for i in range(n)]
    results = [first, max(some), min(some), sum(some)]
    for k in range(3):
        results += [max(pairs), min(pairs), max(single), min(single), max(late), max(pairs[k:]), sum(range(n)), max(range(n))]
    mixed = [i / 2 if i % 3 == 0 else i for i in range(n)]
    return results + [max(mixed), min(mixed), sum(mixed), sum(mixed, 0.5), sum([True] * n), max([False] * n)]
