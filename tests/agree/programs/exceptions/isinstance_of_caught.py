# Finding out with isinstance what was caught.
def main():
    out = []
    for f in (lambda: 1 // 0, lambda: [][1], lambda: int("x"), lambda: undefined_name):
        try:
            f()
        except Exception as e:
            out.append((isinstance(e, ArithmeticError), isinstance(e, (LookupError, ValueError)), type(e) is NameError, str(e)))
    return out
