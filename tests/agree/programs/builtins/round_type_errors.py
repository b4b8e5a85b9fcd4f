# round of text, and with digits that are no integer.
def attempt(f):
    try:
        return f()
    except TypeError as e:
        return str(e)

def main():
    return attempt(lambda: round("x")), attempt(lambda: round(1.5, 1.0)), attempt(lambda: round(None)), attempt(lambda: round(1, "2"))
