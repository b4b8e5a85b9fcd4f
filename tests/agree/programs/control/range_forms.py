# Ranges with every sign of step.
def main():
    return [list(r) for r in (range(4), range(2, 5), range(5, 2), range(0, 10, 3), range(10, 0, -4), range(0, -3), range(-3), range(5, 5, -1))]
