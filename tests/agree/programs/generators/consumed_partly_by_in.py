# `in` consumes up to the element that it finds.
def main():
    g = (x * x for x in range(6))
    return 9 in g, list(g), 1 in g
