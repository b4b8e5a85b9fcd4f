# Raising an ordinary class is a TypeError.
class Plain:
    pass

def attempt(x):
    try:
        raise x
    except TypeError as e:
        return str(e)

def main():
    return attempt(Plain), attempt(Plain()), attempt("text"), attempt(None)
