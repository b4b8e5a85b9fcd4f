# A property overridden by a property that uses super().
class A:
    def __init__(self, n):
        self.n = n
    @property
    def value(self):
        return self.n

class B(A):
    @property
    def value(self):
        return super().value * 100

def main():
    return A(3).value, B(3).value, [x.value for x in (A(1), B(1))]
