# Three variables that are each None or an int.
def typeExplosion(v):
    a = None
    b = None
    c = None
    for x in v:
        if x < 1:
            a = x
        elif x < 2:
            b = x
        else:
            c = x
    return (a, b, c)

def main():
    return typeExplosion([0, 1, 2]), typeExplosion([]), typeExplosion([1]), typeExplosion([5, -1]), typeExplosion(range(-1000, 1000))
