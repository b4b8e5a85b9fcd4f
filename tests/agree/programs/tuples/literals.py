# Every way to write a tuple.
def main():
    a = 1, 2
    b = (3,)
    c = ()
    d = 4,
    e = (5, (6, (7,)), ())
    return a, b, c, d, e, (a), tuple()
