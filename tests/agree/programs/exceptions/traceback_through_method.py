# A traceback through __init__, a property and an operator.
class A:
    def __init__(self, n):
        self.n = n
        self.inverse = self.invert
    @property
    def invert(self):
        return 1 / self.n
    def __add__(self, other):
        return A(self.n + other.n)

def main():
    a = A(1)
    b = A(-1)
    return (a + b).inverse
