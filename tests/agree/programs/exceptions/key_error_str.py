# str of a KeyError is the repr of its argument.
def main():
    return str(KeyError("k")), str(KeyError(5)), str(KeyError()), str(KeyError("a", "b")), f"{LookupError('x')}"
