# `place += ys` and `xs += xs`: the list that is read is whole afterwards, and its items are in both.
class Log:
    def __init__(self, lines, n):
        self.lines = []
        self.count = n
        self.lines += lines
        self.count += 1
        self.lines += self.lines
        self.name = "log"
        self.name += ":" + self.name
def twice(xs):
    xs = xs + [0]
    xs += xs
    xs += xs
    return xs
def rows(n, ys):
    d = [[] for _ in range(n)]
    for i in range(3 * n):
        d[i % n] += ys
        d[i % n] += (i, str(i))
    d[0] += d[1]
    d[1] += d[1]
    d += d[:1]
    return d
def sums(n):
    t = [0] * n
    u = [0.5, [1], "a", (2,)]
    for i in range(40):
        t[i % n] += i
        u[i % 4] += [i, [i], str(i), (i,)][i % 4]
    return t, u
def reader(xs):
    try:
        ys = [1]
        xs[0] += ys
        xs[0] += xs[7]
    except IndexError:
        return xs, ys
def main():
    ys = ["a", "b"]
    log = Log(ys, 4)
    log.lines += ys
    log.count += 10
    return log.lines, log.count, log.name, ys, twice(ys), rows(3, ys), rows(60, [1.5]), sums(3), reader([[]]), ys
