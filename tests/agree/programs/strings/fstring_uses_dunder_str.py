# A field calls __str__, and !r calls __repr__, of an instance.
class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y
    def __str__(self):
        return f"({self.x}; {self.y})"
    def __repr__(self):
        return f"Point({self.x!r}, {self.y!r})"

def main():
    p = Point(1, 2.5)
    return f"{p}", f"{p!r}", str(p), f"{[p, p]}", f"{(p,)}"
