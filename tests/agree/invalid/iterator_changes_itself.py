# An iterator written as a class changes itself.
class Count:
    def __init__(self, n):
        self.n = n
    def __iter__(self):
        return self
    def __next__(self):
        if self.n == 0:
            raise StopIteration
        self.n = self.n - 1
        return self.n

def main():
    return [x for x in Count(3)]
