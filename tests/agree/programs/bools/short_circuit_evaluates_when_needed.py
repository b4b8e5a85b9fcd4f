# The right operand is evaluated, and raises, when the left does not decide.
def fail(what):
    raise ValueError(what)

def main():
    x = 1
    return x and fail("and right")
