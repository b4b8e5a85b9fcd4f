# An evaluator by virtual methods.
class Num:
    def __init__(self, n):
        self.n = n
    def value(self, x):
        return self.n
    def derive(self):
        return Num(0)

class X:
    def value(self, x):
        return x
    def derive(self):
        return Num(1)

class Add:
    def __init__(self, a, b):
        self.a, self.b = a, b
    def value(self, x):
        return self.a.value(x) + self.b.value(x)
    def derive(self):
        return Add(self.a.derive(), self.b.derive())

class Mul(Add):
    def value(self, x):
        return self.a.value(x) * self.b.value(x)
    def derive(self):
        return Add(Mul(self.a.derive(), self.b), Mul(self.a, self.b.derive()))

def main():
    e = Mul(Add(X(), Num(3)), Mul(X(), X()))
    return e.value(2), e.derive().value(2), e.derive().derive().value(0.5)
