# +, -, *, / and unary minus of instances.
class V:
    def __init__(self, x, y):
        self.x = x
        self.y = y
    def __add__(self, o):
        return V(self.x + o.x, self.y + o.y)
    def __sub__(self, o):
        return V(self.x - o.x, self.y - o.y)
    def __mul__(self, k):
        return V(self.x * k, self.y * k)
    def __truediv__(self, k):
        return V(self.x / k, self.y / k)
    def __neg__(self):
        return V(-self.x, -self.y)

def main():
    v = (V(1, 2) + V(3, 4)) * 2 - V(0, 1)
    w = -v / 4
    return v.x, v.y, w.x, w.y
