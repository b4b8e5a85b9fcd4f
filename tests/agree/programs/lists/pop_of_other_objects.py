# A method named `pop` of a class, a list in a list, a list in an attribute.
class Counter:
    def __init__(self, n):
        self.n = n

    def pop(self, step=1):
        return self.n - step


class Holder:
    def __init__(self, items):
        self.items = items
        self.first = self.items.pop(0)
        self.last = self.items.pop()
        self.items.append(self.first + self.last)


def main():
    c = Counter(10)
    total = 0
    for i in range(300):
        total += c.pop(i) * c.pop()
    rows = [[1, 2], [3, 4, 5], []]
    taken = [rows[1].pop() for _ in range(1)] if False else rows[1].pop()
    moved = rows[1].pop(0)
    rows[0].append(moved)
    try:
        rows[2].pop()
    except IndexError as e:
        said = str(e)
    h = Holder([1, 2, 3, 4])
    try:
        (1, 2).pop()
    except AttributeError as e:
        said += ", " + str(e)
    return total, taken, rows, said, h.items, h.first, h.last
