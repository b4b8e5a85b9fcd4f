# Lazy builtins inside each other.
def main():
    xs = [3, 1, 2]
    return list(enumerate(reversed(xs))), list(zip(xs, reversed(xs), enumerate("abc"))), sorted(enumerate(xs), key=lambda p: p[1]), max(map(lambda p: p[0] * p[1], enumerate(xs, 1)))
