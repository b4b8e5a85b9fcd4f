# Each builtin's message for an argument that can't be iterated.
def attempt(f):
    try:
        return f()
    except TypeError as e:
        return str(e)

def main():
    return [attempt(f) for f in (lambda: sum(1), lambda: any(2), lambda: all(None), lambda: sorted(3), lambda: list(1.5), lambda: tuple(None), lambda: list(enumerate(5)), lambda: list(zip([1], 5)), lambda: list(map(abs, 5)), lambda: list(filter(None, 5)), lambda: reversed(5))]
