# Abstract methods that raise NotImplementedError.
class Base:
    def area(self):
        raise NotImplementedError("area of " + self.name)

class Square(Base):
    name = "square"
    def area(self):
        return 4

class Blob(Base):
    name = "blob"

def main():
    return Square().area() + Blob().area()
