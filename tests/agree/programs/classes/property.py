# A computed attribute.
class Circle:
    def __init__(self, r):
        self.r = r
    @property
    def diameter(self):
        return 2 * self.r
    @property
    def label(self):
        return f"circle {self.diameter}"

def main():
    return Circle(3).diameter, Circle(0.5).label, [Circle(k).diameter for k in range(3)]
