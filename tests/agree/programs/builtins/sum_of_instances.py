# sum with operator methods.
class Money:
    def __init__(self, n):
        self.n = n
    def __add__(self, other):
        return Money(self.n + other.n)
    def __radd__(self, other):
        return Money(self.n + other)

def main():
    return sum([Money(1), Money(2), Money(39)]).n, sum([Money(1)], Money(10)).n
