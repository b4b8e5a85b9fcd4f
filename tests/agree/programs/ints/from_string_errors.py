# Text that is no integer raises ValueError with its repr.
def attempt(text, base):
    try:
        return int(text, base)
    except ValueError as e:
        return str(e)

def main():
    return attempt("", 10), attempt("12a", 10), attempt("2", 2), attempt("1__0", 10), attempt(" ", 10), attempt("9", 37)
