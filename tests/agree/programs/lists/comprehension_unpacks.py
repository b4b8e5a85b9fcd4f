# Unpacking targets in comprehensions.
def main():
    pairs = [(1, (2, 3)), (4, (5, 6))]
    return [a + b * c for a, (b, c) in pairs], [rest for first, *rest in ["abc", "de"]]
