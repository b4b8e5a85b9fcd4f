# divmod by zero and of text.
def attempt(a, b):
    try:
        return divmod(a, b)
    except ZeroDivisionError as e:
        return str(e)
    except TypeError as e:
        return str(e)

def main():
    return attempt(1, 0), attempt(1.0, 0), attempt(1, 0.0), attempt("a", 1), attempt(1, None)
