# A generator expression returned from a function keeps its variables.
def scaled(xs, k):
    return (x * k for x in xs)

def main():
    g = scaled([1, 2, 3], 10)
    h = scaled("ab", 2)
    return list(g), list(h), sum(scaled(scaled(range(4), 2), 0.5))
