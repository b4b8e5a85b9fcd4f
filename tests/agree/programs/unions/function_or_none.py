# An optional callback.
def transform(xs, f=None):
    return [x if f is None else f(x) for x in xs]

def main():
    return transform([1, -2]), transform([1, -2], abs), transform("ab", lambda c: c + c)
