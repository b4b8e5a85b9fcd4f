# An exception in a property's setter.
class A:
    @property
    def x(self):
        return 1

    @x.setter
    def x(self, v):
        self.y = 1 / v


def main():
    a = A()
    a.x = 2
    a.x = 0
    return a.y
