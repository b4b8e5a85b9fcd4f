# type() of an instance is its class and can be called.
class A:
    def __init__(self, n=0):
        self.n = n
    def same_again(self):
        return type(self)(self.n + 1)

class B(A):
    pass

def main():
    b = B(5).same_again()
    return type(b) is B, type(b) is A, b.n, type(A()) == A, isinstance(b, A)
