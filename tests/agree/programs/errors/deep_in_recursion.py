# An exception at the bottom of recursions that are split and unfolded: every frame is in the traceback once.
def tree(lo, hi, bad):
    if hi - lo == 1:
        return 100 // (lo - bad)
    mid = (lo + hi) // 2
    return tree(lo, mid, bad) + tree(mid, hi, bad)


def main():
    return tree(0, 4096, -1) + tree(0, 4096, 3001)
