# An object that refines an interval by returning new ones.
class Interval:
    def __init__(self, lo, hi):
        self.lo = lo
        self.hi = hi
    @property
    def mid(self):
        return (self.lo + self.hi) / 2
    def refine(self, f):
        return Interval(self.mid, self.hi) if f(self.mid) < 0 else Interval(self.lo, self.mid)

def main():
    i = Interval(0.0, 4.0)
    for _ in range(50):
        i = i.refine(lambda x: x * x - 2)
    return i.lo, i.hi, i.hi - i.lo
