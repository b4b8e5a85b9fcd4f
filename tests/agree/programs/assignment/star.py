# A starred target in every position.
def main():
    a, *b = [1, 2, 3]
    *c, d = (1, 2, 3)
    e, *f, g = "hello"
    h, *i, j = 1, 2
    *k, = range(3)
    return a, b, c, d, e, f, g, h, i, j, k
