# Newton's iteration converges to the same bits.
def root(a):
    x = a
    for _ in range(40):
        x = 0.5 * (x + a / x)
    return x

def main():
    return [root(a) for a in (2.0, 3.0, 1e10, 0.01)]
