# Truth tests that exclude None and empty values.
def head(xs):
    return xs[0] if xs else None

def main():
    return head([1]), head([]), head(None), head("x"), head(()), head((None, 2))
