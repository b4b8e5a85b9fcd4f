# The right operand goes first when it is of a subclass that overrides the method.
class A:
    def __add__(self, o):
        return "A.add"
    def __radd__(self, o):
        return "A.radd"

class B(A):
    def __radd__(self, o):
        return "B.radd"

class C(A):
    pass

def main():
    return A() + A(), A() + B(), B() + A(), A() + C(), 1 + B()
