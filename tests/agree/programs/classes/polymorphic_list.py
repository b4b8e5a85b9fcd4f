# A list of instances of different classes.
class Square:
    def __init__(self, a):
        self.a = a
    def area(self):
        return self.a * self.a

class Rectangle:
    def __init__(self, a, b):
        self.a = a
        self.b = b
    def area(self):
        return self.a * self.b

class Nothing:
    def area(self):
        return 0.0

def main():
    shapes = [Square(3), Rectangle(2, 5), Nothing(), Square(1.5)]
    return [s.area() for s in shapes], sum(s.area() for s in shapes), max(shapes, key=lambda s: s.area()).a
