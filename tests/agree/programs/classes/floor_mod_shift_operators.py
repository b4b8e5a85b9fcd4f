# The rarer binary operators.
class Show:
    def __init__(self, s):
        self.s = s
    def __floordiv__(self, o):
        return self.s + "//" + str(o)
    def __mod__(self, o):
        return self.s + "%" + str(o)
    def __lshift__(self, o):
        return self.s + "<<" + str(o)
    def __rshift__(self, o):
        return self.s + ">>" + str(o)
    def __and__(self, o):
        return self.s + "&" + str(o)
    def __or__(self, o):
        return self.s + "|" + str(o)
    def __xor__(self, o):
        return self.s + "^" + str(o)
    def __matmul__(self, o):
        return self.s + "@" + str(o)
    def __pow__(self, o):
        return self.s + "**" + str(o)

def main():
    x = Show("x")
    return x // 1, x % 2, x << 3, x >> 4, x & 5, x | 6, x ^ 7, x @ 8, x ** 9
