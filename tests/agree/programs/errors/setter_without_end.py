# A setter that calls itself.
class A:
    @property
    def x(self):
        return 1

    @x.setter
    def x(self, v):
        self.x = v + 1


def main():
    a = A()
    try:
        a.x = 0
    except RecursionError:
        return a.x
