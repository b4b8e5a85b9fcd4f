# A handler for a base class catches derived ones.
def kind(f):
    try:
        f()
    except ArithmeticError:
        return "arithmetic"
    except LookupError:
        return "lookup"
    except Exception:
        return "other"
    return "none"

def main():
    z, xs = 0, []
    return [kind(f) for f in (lambda: 1 / z, lambda: xs[0], lambda: 2.0**5000, lambda: xs + z, lambda: z)]
