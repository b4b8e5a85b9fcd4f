# Default arguments.
def f(a, b=2, c=3):
    return a * 100 + b * 10 + c

def main():
    return f(1), f(1, 5), f(1, c=7), f(1, 5, 7), f(c=1, a=2)
