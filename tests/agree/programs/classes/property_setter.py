# A property that can be assigned, also by __init__ and by augmented assignment.
class A:
    def __init__(self, v):
        self.writes = 0
        self.x = v

    @property
    def x(self):
        return self._x

    @x.setter
    def x(self, v):
        if v < 0:
            raise ValueError("negative")
        self._x = v
        self.writes += 1
        return "of no interest"


def main():
    a = A(1)
    a.x = 5
    a.x += 2
    try:
        a.x = -1
    except ValueError as e:
        message = str(e)
    return a.x, a.writes, message
