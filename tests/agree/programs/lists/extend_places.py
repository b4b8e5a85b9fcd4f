# `place += [x]` changes the list that the place holds, where it is.
class Graph:
    def __init__(self, n):
        self.out = [[] for _ in range(n)]
        self.log = []
        self.log += ["made"]
        self.out[0] += [99]
def adjacency(n, edges):
    adj = [[] for _ in range(n)]
    for a, b in edges:
        adj[a] += [b]
        adj[b] += [a]
    return adj
def buckets(xs, k):
    out = [[[]] for _ in range(k)]
    for x in xs:
        out[x % k][-1] += [x, -x]
        out[x % k][0] += [y for y in range(x % 3)]
    return out
class P:
    def __init__(self):
        self.ys = []
def main():
    p = P()
    p.ys += [4]
    p.ys += [5.5, "a"]
    g = Graph(3)
    m = [[1, 2], [3, 4]]
    m[0][1] += 10
    m[1] += [5]
    m[-1] += [*"ab"]
    m[0] += [6] if len(m) > 2 else [7] * 2
    m[0] += m[1] + [8]
    return adjacency(4, [(0, 1), (1, 2), (3, 0), (1, 1)]), buckets(range(20), 4), p.ys, g.out, g.log, m, adjacency(50, [(i % 50, i * 7 % 50) for i in range(2000)])
