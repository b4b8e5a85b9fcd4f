# Every method that changes a list, as a statement, with its exceptions.
def attempts():
    said = []
    for change in range(6):
        xs = [3, 1, 2]
        try:
            if change == 0:
                xs.remove(9)
            elif change == 1:
                xs.insert("a", 1)
            elif change == 2:
                xs.extend(5)
            elif change == 3:
                xs.append("x")
                xs.sort()
            elif change == 4:
                xs.clear(1)
            else:
                xs.reverse(1)
        except (TypeError, ValueError) as e:
            said.append((type(e).__name__, str(e)))
    return said


def main():
    xs = [5, 2, 8]
    xs.extend([1, 9])
    xs.insert(1, 7)
    xs.insert(-100, 0)
    xs.insert(100, 6)
    xs.remove(8)
    xs.sort()
    first = xs.copy()
    xs.reverse()
    xs += (4, 4)
    xs *= 2
    xs.sort(key=lambda x: -x)
    found = xs.index(4), xs.count(4)
    xs[0] += 1
    xs[0], xs[-1] = xs[-1], xs[0]
    ys = [1.5]
    ys.clear()
    return xs, first, found, ys, attempts()
