# A missing keyword-only argument is a TypeError that names it.
def f(a, *, b):
    return a + b

def main():
    return f(1)
