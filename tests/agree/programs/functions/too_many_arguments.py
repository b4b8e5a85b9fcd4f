# Messages for surplus positional arguments.
def none():
    return 0

def one(a):
    return a

def optional(a, b=1):
    return a, b

def attempt(f):
    try:
        return f()
    except TypeError as e:
        return str(e)

def main():
    return attempt(lambda: none(1)), attempt(lambda: one(1, 2)), attempt(lambda: optional(1, 2, 3)), attempt(lambda: none(1, 2))
