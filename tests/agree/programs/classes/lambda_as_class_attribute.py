# A function stored in the class binds; one stored in a field does not.
def shout(s):
    return s + "!"

class A:
    double = lambda self, x: 2 * x
    def __init__(self):
        self.plain = shout

def main():
    a = A()
    return a.double(4), a.plain("hey"), A.double(None, 5)
