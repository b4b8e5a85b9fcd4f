# Passing a keyword-only argument by position is a TypeError.
def f(a, *, b=1):
    return a + b

def main():
    return f(1, 2)
