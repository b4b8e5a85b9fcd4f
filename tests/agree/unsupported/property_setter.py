# A property that can be assigned.
class A:
    def __init__(self):
        self.v = 1
    @property
    def x(self):
        return self.v
    @x.setter  # <-- unsupported
    def x(self, v):  # <-- unsupported
        self.v = v  # <-- unsupported

def main():
    a = A()  # <-- unsupported
    a.x = 5  # <-- unsupported
    return a.x
