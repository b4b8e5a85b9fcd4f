# Lambdas handed to functions that call them often.
def apply(f, n, x):
    for _ in range(n):
        x = f(x)
    return x

def main():
    return apply(lambda v: v * 2, 70, 1), apply(lambda v: v / 2, 5, 1), apply(lambda v: v + "x", 3, "")
