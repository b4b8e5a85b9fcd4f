# repr of exceptions.
class Mine(ValueError):
    pass

def main():
    return [f"{e!r}" for e in (ValueError(), ValueError("x"), TypeError(1, 2), Mine("m"), ZeroDivisionError("it's"))], str([IndexError(3)])
