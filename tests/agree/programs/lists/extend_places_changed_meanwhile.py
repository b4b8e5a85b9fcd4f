# `place += [x]` whose right side changes what the place depends on.
def main():
    m = [[1], [2]]
    i = 0
    m[(i := i + 1)] += [i, (j := 5)]
    m[0] += [len(m[0]), len(m)]
    m[0] += [m[0].pop(), m[1].pop(0)]
    return m, i, j
