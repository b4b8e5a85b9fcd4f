def typeExplosion(v):
    a = None
    b = None
    c = None
    d = None
    e = None
    f = None
    g = None
    h = None
    for x in v:
        if x < 1:
            a = x
        elif x < 2:
            b = x
        elif x < 3:
            c = x
        elif x < 4:
            d = x
        elif x < 5:
            e = x
        elif x < 6:
            f = x
        elif x < 7:
            g = x
        else:
            h = x
    return (a, b, c, d, e, f, g, h)


def main(n):
    return typeExplosion([i % 9 for i in range(n)])
