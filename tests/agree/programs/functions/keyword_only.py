# Parameters after a star are keyword-only.
def f(a, *, b, c=3):
    return a + b * c

def main():
    return f(1, b=2), f(1, b=2, c=10), f(b=5, a=0)
