# A slice does not see later changes of the list.
def main():
    xs = [1, 2, 3, 4]
    ys = xs[1:3]
    zs = xs[:]
    xs[1] = 20
    xs.append(5)
    return xs, ys, zs
