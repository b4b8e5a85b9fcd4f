# Calling a base's method through the class.
class A:
    def __init__(self, x):
        self.x = x
    def f(self):
        return "A" + str(self.x)

class B(A):
    def __init__(self, x, y):
        A.__init__(self, x)
        self.y = y
    def f(self):
        return A.f(self) + "B" + str(self.y)

def main():
    return B(1, 2).f(), A.f(B(3, 4))
