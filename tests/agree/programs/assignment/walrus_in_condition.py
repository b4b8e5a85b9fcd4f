# An assignment expression in a while condition.
def main():
    n = 27
    steps = 0
    while (n := n // 2 if n % 2 == 0 else 3 * n + 1) != 1:
        steps += 1
    return n, steps
