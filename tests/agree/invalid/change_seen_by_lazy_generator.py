# A generator reads its list when it is consumed, after the change.
def main():
    xs = [1, 2, 3]
    g = (x * 10 for x in xs)
    xs[2] = 5
    xs.append(4)
    return list(g)
