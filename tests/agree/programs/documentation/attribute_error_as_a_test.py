# An exception used for flow control.
class HasSize:
    def __init__(self, n):
        self.size = n

class Without:
    pass

def size(thing):
    try:
        return thing.size
    except AttributeError:
        return 0

def main():
    return sum(size(HasSize(i) if i % 2 else Without()) for i in range(500))
