# Static methods, called on the class and on an instance.
class Geometry:
    @staticmethod
    def hypot2(a, b=0):
        return a * a + b * b
    def via_self(self, a):
        return self.hypot2(a, 1)

def main():
    return Geometry.hypot2(3, 4), Geometry().hypot2(5), Geometry().via_self(2)
