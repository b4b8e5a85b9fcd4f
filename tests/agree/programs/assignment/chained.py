# a = b = v, also with different kinds of targets.
def main():
    a = b = 3
    b += 1
    c, d = e = (5, 6)
    xs = [0, 0]
    xs[0] = f = xs[1] = 9
    return a, b, c, d, e, f, xs
