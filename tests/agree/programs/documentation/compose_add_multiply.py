# The same arithmetic through three classes with __call__.
class Add:
    def __init__(self, arg):
        self.arg = arg
    def __call__(self, x):
        return self.arg + x
class Multiply:
    def __init__(self, arg):
        self.arg = arg
    def __call__(self, x):
        return self.arg * x
class Compose:
    def __init__(self, f, g):
        self.f = f
        self.g = g
    def __call__(self, x):
        return self.f(self.g(x))

def loopSum(x, f):
    result = 0
    while x>0:
        result = result + f(x)
        x = x - 1
    return result

def main():
    return loopSum(50000, Compose(Multiply(10.0), Add(20.0))), loopSum(50000, Compose(Add(20.0), Multiply(10.0))), Compose(Multiply(3), Add(2**62))(2**62)
