# All kinds of parameters in one function.
def f(a, b=2, /, c=3, *args, d, e=5, **kwargs):
    return a, b, c, args, d, e

def main():
    return f(1, d=4), f(1, 20, 30, 40, 50, d=6), f(1, c=7, d=8, e=9), f(0, d=1, x=2, y=3)
