# Chains mix ints and floats.
def main():
    x = 2.5
    return 2 < x < 3, 1 <= x <= 2, 3 > x > 2 > 1.5, x == 2.5 == 5 / 2, 0 < x < 1 or x > 2
