# An assignment expression in a filter binds in the function.
def f(x):
    return x * x % 7

def main():
    picked = [(x, y) for x in range(8) if (y := f(x)) > 1]
    return picked, y
