# An exception in __init__ comes out of the call of the class.
class Positive:
    def __init__(self, n):
        if n <= 0:
            raise ValueError(f"{n} is not positive")
        self.n = n

def main():
    xs = [Positive(n).n for n in (3, 2)]
    try:
        Positive(-7)
    except ValueError as e:
        xs.append(str(e))
    return xs, Positive(0)
