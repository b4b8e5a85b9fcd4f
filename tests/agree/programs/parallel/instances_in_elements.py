# Elements that are instances, reduced by an operator method.
class V:
    def __init__(self, x, y):
        self.x = x
        self.y = y
    def __add__(self, o):
        return V(self.x + o.x, self.y + o.y)

def main():
    vs = [V(i, 1.0 / (i + 1)) for i in range(10000)]
    total = sum(vs, V(0, 0.0))
    return total.x, total.y, max(vs, key=lambda v: v.x * v.y).x
