# `place += [x]` where the place holds no list: operator methods, and errors in the order of CPython.
class V:
    def __init__(self, xs):
        self.xs = xs
    def __add__(self, o):
        return V(self.xs + o)
class W:
    def __init__(self, xs):
        self.xs = xs
    def __iadd__(self, o):
        return W([0] + self.xs + o)
def t(f):
    try:
        return f()
    except (TypeError, IndexError, AttributeError) as e:
        return str(e)
def a():
    v = [V([1]), W([2])]
    v[0] += [5]
    v[1] += [6]
    return v[0].xs, v[1].xs
def b():
    v = [1]
    v[0] += [2]
def c():
    v = [(1,)]
    v[0] += [2]
def d():
    v = [[1]]
    v[1] += [2]
def e():
    v = V([1])
    v.ys += [2]
def f():
    v = [1.5, None]
    v[1] += [x for x in range(3)]
def main():
    return [t(x) for x in (a, b, c, d, e, f)]
