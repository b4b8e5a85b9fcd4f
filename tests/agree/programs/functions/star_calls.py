# Several stars in one call, of several iterables.
def f(*args):
    return args

def main():
    return f(*[1, 2], 3, *(4,), *"ab", *range(2)), f(*[]), f(*(x * x for x in range(3)))
