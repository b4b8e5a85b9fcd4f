# Reflected methods serve when the left operand can't.
class M:
    def __init__(self, n):
        self.n = n
    def __radd__(self, left):
        return ("radd", left, self.n)
    def __rsub__(self, left):
        return left - self.n
    def __rmul__(self, left):
        return left * self.n
    def __rpow__(self, left):
        return left ** self.n
    def __rtruediv__(self, left):
        return left / self.n
    def __rmod__(self, left):
        return left % self.n

def main():
    m = M(4)
    return 1 + m, 10 - m, 3 * m, 2 ** m, 6 / m, 11 % m, "s" + m, sum([M(1)], 5)
