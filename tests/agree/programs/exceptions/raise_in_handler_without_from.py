# An exception raised in a handler, uncaught.
def main():
    xs = [1, 2]
    try:
        return xs[5]
    except IndexError:
        raise KeyError("other")
