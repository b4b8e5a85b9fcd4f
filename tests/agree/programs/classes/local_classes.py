# Classes defined inside functions capture the variables around them.
def make(unit):
    class Length:
        name = "length in " + unit
        def __init__(self, n):
            self.n = n
        def show(self):
            return str(self.n) + unit
    return Length

def main():
    Metre, Foot = make("m"), make("ft")
    return Metre(3).show(), Foot(1.5).show(), Metre.name, isinstance(Metre(1), Foot)
