# Passing a positional-only argument by name is a TypeError.
def f(a, /, b):
    return a - b

def main():
    return f(a=1, b=2)
