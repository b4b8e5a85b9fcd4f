# Without __iter__, a class is iterated by __getitem__ until IndexError.
class Countdown:
    def __init__(self, n):
        self.n = n
    def __getitem__(self, i):
        if i >= self.n:
            raise IndexError("done")
        return self.n - i

def main():
    c = Countdown(4)
    return [x for x in c], list(c), sum(c), 3 in c, 9 in c, tuple(zip(c, "ab")), max(c), sorted(c)
