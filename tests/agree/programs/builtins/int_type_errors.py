# int() of None, of a list, and of a number with a base.
def attempt(f):
    try:
        return f()
    except TypeError as e:
        return str(e)

def main():
    return attempt(lambda: int(None)), attempt(lambda: int([1])), attempt(lambda: int(5, 10)), attempt(lambda: int("5", 1.0))
