# Trees of tuples and ints of any depth.
def total(t):
    if isinstance(t, int):
        return t
    return sum(total(x) for x in t)

def build(n):
    return n if n < 2 else (build(n - 1), n, (build(n - 2),))

def main():
    return total(((1, 2), (3, (4, (5,)))), ), total(7), total(build(9)), build(3)
