# Instances made and dropped in a hot loop.
class Vec:
    def __init__(self, x, y):
        self.x = x
        self.y = y
    def __add__(self, other):
        return Vec(self.x + other.x, self.y + other.y)
    def scaled(self, k):
        return Vec(self.x * k, self.y * k)

def main():
    v = Vec(0.0, 1)
    d = Vec(0.25, 2)
    for i in range(40000):
        v = (v + d).scaled(1) if i % 2 else v + d
    return v.x, v.y
