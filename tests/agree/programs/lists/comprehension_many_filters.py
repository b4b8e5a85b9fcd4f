# Filters between the for clauses.
def main():
    return [(a, b, c) for a in range(1, 20) if a % 2 for b in range(a, 20) if b > 3 for c in range(b, 20) if a * a + b * b == c * c]
