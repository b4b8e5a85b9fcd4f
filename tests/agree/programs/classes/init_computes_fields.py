# __init__ may branch, loop and read its own fields.
class Stats:
    def __init__(self, xs):
        self.n = len(xs)
        self.total = 0
        for x in xs:
            self.total = self.total + x
        if self.n:
            self.mean = self.total / self.n
        else:
            self.mean = None
        self.scaled = [x - (self.mean or 0) for x in xs]

def main():
    s = Stats([1, 2, 6])
    return s.n, s.total, s.mean, s.scaled, Stats([]).mean
