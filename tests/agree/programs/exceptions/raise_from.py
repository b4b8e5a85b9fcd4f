# raise ... from sets the cause.
class Wrapped(Exception):
    pass

def load(xs, i):
    try:
        return xs[i]
    except IndexError as e:
        raise Wrapped(f"no element {i}") from e

def main():
    try:
        load([1], 4)
    except Wrapped as w:
        return str(w), str(w.__cause__), isinstance(w.__cause__, IndexError)
