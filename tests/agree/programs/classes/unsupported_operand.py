# Operators that a class does not define.
class P:
    pass

def attempt(f):
    try:
        return f()
    except TypeError as e:
        return str(e)

def main():
    p = P()
    return attempt(lambda: p + 1), attempt(lambda: 1 - p), attempt(lambda: -p), attempt(lambda: p < p), attempt(lambda: p[0]), attempt(lambda: p()), attempt(lambda: len(p)), attempt(lambda: [x for x in p])
