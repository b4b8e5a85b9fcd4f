# assert with and without a message.
def f(x):
    assert x > 0
    assert x < 10, f"{x} is too large"
    assert x != 5, (x, "five")
    return x

def attempt(x):
    try:
        return f(x)
    except AssertionError as e:
        return str(e), e.args

def main():
    return attempt(3), attempt(0), attempt(50), attempt(5)
