# __eq__ serves ==, !=, in, and the comparison of containers.
class P:
    def __init__(self, x, y):
        self.x = x
        self.y = y
    def __eq__(self, o):
        return isinstance(o, P) and self.x == o.x and self.y == o.y

def main():
    a, b, c = P(1, 2), P(1, 2.0), P(2, 1)
    return a == b, a != b, a == c, a == 5, 5 == a, b in [c, a], [a, c] == [b, c], (a,) != (c,)
