# A variable used two levels further in.
def outer(a):
    def middle(b):
        def inner(c):
            return a, b, c, a + b * c
        return inner
    return middle

def main():
    return outer(1)(2)(3), outer("x")("y")(2)
