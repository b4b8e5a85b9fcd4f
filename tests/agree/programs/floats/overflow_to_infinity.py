# Products and sums overflow to infinity silently.
def main():
    big = 1e308
    return big * 10, -big * 10, big + big, big * 10 - big * 10, 5e-324 / 2, 2.0**1023 * 2
