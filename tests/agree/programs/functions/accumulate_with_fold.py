# A left fold with different operations and start values.
def fold(f, xs, start):
    acc = start
    for x in xs:
        acc = f(acc, x)
    return acc

def main():
    xs = [3, 1, 4, 1, 5]
    return fold(lambda a, x: a + x, xs, 0), fold(lambda a, x: a * x, xs, 1.0), fold(lambda a, x: [x] + a, xs, []), fold(max, xs, -1)
