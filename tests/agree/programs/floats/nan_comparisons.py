# nan is unequal to everything and every ordering with it is false.
def main():
    nan = float("nan")
    x = nan + 0.0
    return x == x, x != x, x < 1, x > 1, x <= x, 1.0 < x, not x < 1, bool(x), x == nan
