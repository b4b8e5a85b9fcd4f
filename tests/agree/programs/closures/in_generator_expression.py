# A generator expression captures the enclosing variables late, but its first iterable at once.
def main():
    k = 2
    xs = [1, 2, 3]
    g = (x * k for x in xs)
    k = 100
    xs = []
    return list(g)
