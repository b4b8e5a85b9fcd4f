# An item assignment may change the type of an element.
def main():
    xs = [1, 2, 3]
    xs[1] = 2.5
    xs[0] = "one"
    xs[2] = xs[1] + 1
    return xs
