# A subclass with a setter of its own on a property of its base; a local class; a deleter.
class Base:
    def __init__(self):
        self._x = 1

    @property
    def x(self):
        return self._x


class Derived(Base):
    @Base.x.setter
    def x(self, v):
        self._x = v * 2


def main():
    class Local(Derived):
        @property
        def y(self):
            return self._x + 1

        @y.setter
        def y(self, v):
            self.x = v - 1

        @y.deleter
        def y(self):
            self._x = None

    d = Derived()
    d.x = 4
    l = Local()
    l.y = 3
    b = Base()
    try:
        b.x = 1
    except AttributeError as e:
        message = str(e)
    return d.x, l.x, l.y, message
