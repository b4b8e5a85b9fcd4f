# Wrong arguments of a class are those of its __init__.
class P:
    def __init__(self, x, y=0):
        self.x = x

def attempt(f):
    try:
        return f()
    except TypeError as e:
        return str(e)

def main():
    return attempt(lambda: P()), attempt(lambda: P(1, 2, 3)), attempt(lambda: P(1, z=2))
