# Unpacking too few values, with and without a star.
def attempt(f):
    try:
        return f()
    except ValueError as e:
        return str(e)

def plain(xs):
    a, b, c = xs
    return a

def starred(xs):
    a, b, *c, d = xs
    return c

def main():
    return attempt(lambda: plain([1])), attempt(lambda: plain([])), attempt(lambda: starred((1, 2))), attempt(lambda: starred("abc")), attempt(lambda: plain("abcd"))
