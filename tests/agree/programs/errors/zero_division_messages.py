# Each kind of division by zero.
def attempt(f):
    try:
        return f()
    except ZeroDivisionError as e:
        return str(e)

def main():
    i, f = 0, 0.0
    return [attempt(g) for g in (lambda: 1 / i, lambda: 1.5 / i, lambda: 1 / f, lambda: 1 // i, lambda: 1 // f, lambda: 1 % i, lambda: 1.5 % f, lambda: divmod(1, i), lambda: divmod(1.5, f), lambda: i**-2, lambda: f**-2, lambda: True % False)]
