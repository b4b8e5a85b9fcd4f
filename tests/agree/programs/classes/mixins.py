# Mixin classes that rely on methods of the other base.
class Comparable:
    def same(self, other):
        return self.key() == other.key()

class Printable:
    def show(self):
        return "<" + str(self.key()) + ">"

class Item(Comparable, Printable):
    def __init__(self, n):
        self.n = n
    def key(self):
        return self.n % 10

def main():
    return Item(13).same(Item(23)), Item(13).same(Item(4)), Item(45).show()
