# Unary operators and abs, round, int, float of instances.
class N:
    def __init__(self, v):
        self.v = v
    def __neg__(self):
        return N(-self.v)
    def __pos__(self):
        return N(self.v + 1)
    def __invert__(self):
        return "inverted"
    def __abs__(self):
        return abs(self.v)
    def __int__(self):
        return 42
    def __float__(self):
        return 4.5
    def __round__(self, n=None):
        return ("rounded", n)

def main():
    n = N(-3)
    return (-n).v, (+n).v, ~n, abs(n), int(n), float(n), round(n), round(n, 2)
