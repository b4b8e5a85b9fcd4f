# Tuples as points in the plane.
def add(a, b):
    return (a[0] + b[0], a[1] + b[1])

def scale(a, k):
    return (a[0] * k, a[1] * k)

def main():
    p = (0, 0)
    for k in range(1, 6):
        p = add(scale(p, 2), (k, -k / 2))
    return p
