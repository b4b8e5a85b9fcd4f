# Classes passed as arguments, stored, compared and called.
class A:
    def name(self):
        return "A"

class B(A):
    def name(self):
        return "B"

def build(cls, n):
    return [cls() for _ in range(n)]

def main():
    table = (A, B, A)
    return [c().name() for c in table], [x.name() for x in build(B, 2)], A == A, A is B, B in table, issubclass(table[1], table[0])
