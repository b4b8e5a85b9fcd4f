# super().__init__ with extra fields.
class Base:
    def __init__(self, a):
        self.a = a
        self.tag = "base"

class Derived(Base):
    def __init__(self, a, b):
        super().__init__(a * 2)
        self.b = b
        self.tag = self.tag + "+derived"

def main():
    d = Derived(5, "x")
    return d.a, d.b, d.tag
