# super() finds a method two levels up.
class A:
    def f(self, x):
        return x + 1

class B(A):
    pass

class C(B):
    def f(self, x):
        return super().f(x) * 10

def main():
    return C().f(4), B().f(4)
