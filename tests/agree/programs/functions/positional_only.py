# Parameters before a slash are positional-only.
def f(a, b=2, /, c=3):
    return a, b, c

def main():
    return f(1), f(1, 5), f(1, 5, 6), f(1, c=9)
