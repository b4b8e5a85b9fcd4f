# A generator is empty after it has been consumed.
def main():
    g = (x + 1 for x in range(4))
    return list(g), list(g), sum(g), tuple(g), any(g), all(g)
