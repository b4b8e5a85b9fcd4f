# TypeErrors of calls, with qualified names.
class A:
    def method(self, x):
        return x
    @staticmethod
    def static(x):
        return x
    @classmethod
    def make(cls, x):
        return x

def attempt(g):
    try:
        return g()
    except TypeError as e:
        return str(e)

def main():
    def local(x, *, y):
        return x
    a = A()
    return attempt(lambda: a.method()), attempt(lambda: a.method(1, 2)), attempt(lambda: A.static()), attempt(lambda: A.make()), attempt(lambda: local()), attempt(lambda: local(1)), attempt(lambda: local(1, 2, y=3)), attempt(lambda: (lambda x: x)())
