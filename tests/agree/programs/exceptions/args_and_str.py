# args and str() with no, one and several arguments.
def describe(e):
    return str(e), e.args

def main():
    return [describe(e) for e in (ValueError(), ValueError("one"), ValueError(1, "two"), TypeError(None), IndexError((1, 2)), RuntimeError(2.5))]
