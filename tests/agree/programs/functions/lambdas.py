# Lambdas with every kind of parameter.
def main():
    f = lambda: 1
    g = lambda x, y=2, *z, k=5: (x, y, z, k)
    h = lambda *a: sum(a)
    return f(), g(1), g(1, 3, 4, 5, k=6), h(1, 2, 3), (lambda x: x * x)(7), (lambda f: f(f))(lambda f: "self")
