# Methods don't see the names of the class body; super() and private names mean the class that the text stands in.
class Base:
    unit = 2

    def size(self):
        return self.unit


class Box(Base):
    unit = 3
    double = unit * 2

    def __init__(self, n):
        self.__n = n

    def size(self):
        return super().size() * self.__n

    @staticmethod
    def named(unit=unit):
        return unit


def main():
    return Box(5).size(), Box.named(), Box.double
# > fora dump --phase=parse
# >  block
# >    variables Base: static, Box: value, main, __fora_result__
# >    class Base()
# >      variables unit, size
# >      unit = 2
# >      def Base.size(self)
# >        variables self
# >        return self.unit
# >    class Box(Base)
# >      variables unit, double, __init__, size, named, __class__: cell
# >      unit = 3
# >      double = (unit * 2)
# >      def Box.__init__(self, n) init
# >        variables self, n
# >        self._Box__n = n
# >      def Box.size(self) captures (__class__)
# >        variables self
# >        return (super@builtins(__class__@class, self).size() * self._Box__n)
# >      decorator staticmethod@builtins
# >      def Box.named(unit=unit)
# >        variables unit
# >        return unit
# >    def main() captures (Box)
# >      return (Box@block(5).size(), Box@block.named(), Box@block.double)
# >    __fora_result__ = main()
