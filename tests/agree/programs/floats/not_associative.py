# Parentheses decide which bits come out.
def main():
    a, b, c = 1e30, -1e30, 1e-5
    return (a + b) + c, a + (b + c), (0.1 + 0.2) + 0.3, 0.1 + (0.2 + 0.3), 0.1 * 3, 0.3
