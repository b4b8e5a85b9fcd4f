# Slices of tuples are tuples.
def main():
    t = (0, 1, 2, 3, 4, 5)
    n = 2
    return t[1:3], t[n:], t[:-n], t[::2], t[::-1], t[4:1:-1], t[9:], t[:0], t[-2:]
