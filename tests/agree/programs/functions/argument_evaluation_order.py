# Arguments are evaluated from left to right: the first failure wins.
def fail(name):
    raise ValueError(name)

def f(a, b, c):
    return 0

def main():
    return f(1, fail("second"), fail("third"))
