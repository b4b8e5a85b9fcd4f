# A method that changes its own instance.
class Counter:
    def __init__(self):
        self.n = 0
    def bump(self):
        self.n += 1
        return self.n

def main():
    c = Counter()
    return c.bump() + c.bump(), c.n
