# Messages for missing positional arguments: one, two, three.
def one(a):
    return a

def two(a, b):
    return a, b

def three(a, b, c):
    return a, b, c

def attempt(f):
    try:
        return f()
    except TypeError as e:
        return str(e)

def main():
    return attempt(one), attempt(two), attempt(three), attempt(lambda: two(1)), attempt(lambda: three(c=1))
