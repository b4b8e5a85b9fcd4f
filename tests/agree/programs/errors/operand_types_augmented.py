# Augmented operators have messages of their own.
def attempt(f):
    try:
        return f()
    except TypeError as e:
        return str(e)

def add(x, y):
    x += y
    return x

def power(x, y):
    x **= y
    return x

def shift(x, y):
    x >>= y
    return x

def main():
    return attempt(lambda: add(1, "a")), attempt(lambda: add("a", 1)), attempt(lambda: add((1,), [2])), attempt(lambda: power("a", 2)), attempt(lambda: shift(1.5, 1)), attempt(lambda: add([1], 5))
