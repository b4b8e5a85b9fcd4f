# Generators in star calls, star literals and unpacking.
def f(*args):
    return len(args), args[-1]

def main():
    a, *b = (x * x for x in range(4))
    return a, b, f(*(x for x in "abc")), [*(i for i in range(3) if i), 9]
