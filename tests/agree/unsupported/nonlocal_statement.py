# Assigning to a variable of an enclosing function.
def main():
    n = 0
    def bump():
        nonlocal n  # <-- unsupported
        n += 1  # <-- unsupported
        return n
    return bump() + bump()
