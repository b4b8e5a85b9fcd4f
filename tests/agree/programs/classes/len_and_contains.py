# __len__ and __contains__.
class Interval:
    def __init__(self, lo, hi):
        self.lo = lo
        self.hi = hi
    def __len__(self):
        return self.hi - self.lo
    def __contains__(self, x):
        return self.lo <= x < self.hi

def main():
    i = Interval(3, 7)
    return len(i), 3 in i, 7 in i, 6.9 in i, 2 not in i, bool(i), bool(Interval(5, 5))
