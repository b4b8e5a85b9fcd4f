# Slices as targets: as long as what is assigned or not, and with steps.
def assigned(start, stop, step, items):
    xs = [0, 1, 2, 3, 4, 5]
    try:
        xs[start:stop:step] = items
    except (TypeError, ValueError) as e:
        return type(e).__name__, str(e), xs
    return xs


def main():
    rows = []
    for start, stop in ((1, 3), (0, 0), (6, 6), (None, None), (4, 2), (-2, 99)):
        rows.append(assigned(start, stop, None, ["a", "b", "c"]))
        rows.append(assigned(start, stop, 1, ()))
    for step, items in ((2, "xyz"), (2, "xy"), (-1, range(6)), (-2, [7.5, 8.5, 9.5]), (0, []), (3, 5), (1, 5)):
        rows.append(assigned(None, None, step, items))
    xs = [i for i in range(10)]
    xs[2:4] += [100]
    xs[:1] = (x * x for x in range(3))
    xs[len(xs):] = xs[:2]
    for i in range(300):
        xs[i % 5:i % 7] = [i, i + 1]
        xs[10:] = []
    return rows, xs
