# Comprehensions with an expression and a filter.
def main():
    return [x * x for x in range(8)], [x for x in range(20) if x % 3 == 1], [c for c in "abc"], [(x, -x) for x in (1, 2)]
