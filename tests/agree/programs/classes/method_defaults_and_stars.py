# Methods with every kind of parameter.
class A:
    def __init__(self, k):
        self.k = k
    def f(self, a, /, b=2, *rest, c=3, **named):
        return self.k, a, b, rest, c

def main():
    a = A("k")
    g = a.f
    return a.f(1), a.f(1, 5, 6, 7, c=8), g(0, c=1, other=2), A.f(a, 9, b=1)
