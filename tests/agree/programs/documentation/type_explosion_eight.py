# Eight variables that are each None or an int: one loop, not 256.
def typeExplosion(v):
    a = b = c = d = e = f = g = h = None
    for x in v:
        k = x % 8
        if k == 0:
            a = x
        elif k == 1:
            b = x
        elif k == 2:
            c = x
        elif k == 3:
            d = x
        elif k == 4:
            e = x
        elif k == 5:
            f = x
        elif k == 6:
            g = x
        else:
            h = x
    return (a, b, c, d, e, f, g, h)

def main():
    return typeExplosion(range(0, 100, 6)), typeExplosion([]), typeExplosion([7, 3]), typeExplosion(range(5000))
