# Operands that change the very list whose item or method the statement is about.
def main():
    xs = [5, 1, 2, 3, 4]
    xs.append(xs.pop(0))
    xs[xs.pop() - 4] = 9
    xs[0] += xs.pop()
    xs[xs.pop(0) % 2 - 1] = xs.pop()
    ys = [1, 2]
    ys[0] = (ys := [7, 8])[1]
    zs = [3, 4]
    zs[(zs := [1])[0]] = 0 if len(zs) > 9 else 1
    return xs, ys, zs
