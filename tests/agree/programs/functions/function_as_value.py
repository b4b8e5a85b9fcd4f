# Functions compared, stored and tested for truth.
def f():
    return 1

def g():
    return 2

def main():
    fs = [f, g, f]
    return f == f, f == g, [h() for h in fs], bool(f), f in fs, fs[0] is f
