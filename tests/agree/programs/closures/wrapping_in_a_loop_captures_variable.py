# A lambda that refers to its own name by late binding calls the new function.
def main():
    f = lambda x: x + 1
    g = f
    f = lambda x: g(x) * 2
    return f(3), g(3)
