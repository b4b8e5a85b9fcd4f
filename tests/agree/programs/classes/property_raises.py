# An exception inside a property comes out of the attribute access.
class Ratio:
    def __init__(self, a, b):
        self.a = a
        self.b = b
    @property
    def value(self):
        return self.a / self.b

def main():
    return Ratio(1, 2).value + Ratio(1, 0).value
