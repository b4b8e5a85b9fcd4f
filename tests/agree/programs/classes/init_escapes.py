# __init__ hands out self before it is complete.
def peek(a):
    return a.x

class A:
    def __init__(self):
        self.x = 1
        self.y = peek(self)
        self.x = 2

def main():
    a = A()
    return a.x, a.y
