# The message for a class differs from the one for an instance.
class P:
    here = 1

def attempt(f):
    try:
        return f()
    except AttributeError as e:
        return str(e)

def main():
    return attempt(lambda: P.here), attempt(lambda: P.gone), attempt(lambda: P().gone), attempt(lambda: (1).gone), attempt(lambda: "s".gone), attempt(lambda: None.gone)
