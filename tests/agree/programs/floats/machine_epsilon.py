# Halving until one plus epsilon is one.
def main():
    eps = 1.0
    n = 0
    while 1.0 + eps / 2 > 1.0:
        eps = eps / 2
        n += 1
    return eps, n
