# The traceback of an error three calls deep.
def third(x):
    y = x - 1
    return 10 // y

def second(x):
    return third(x) + 1

def first(x):
    z = x
    return second(z)

def main():
    a = first(3)
    return a + first(1)
