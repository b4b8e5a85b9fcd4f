# Every binary operator with operands that do not fit.
def attempt(f):
    try:
        return f()
    except TypeError as e:
        return str(e)

def main():
    s, n, xs = "s", 1, [1]
    return [attempt(f) for f in (lambda: s + n, lambda: n - s, lambda: xs * s, lambda: s / n, lambda: xs // n, lambda: n % xs, lambda: s ** n, lambda: n << s, lambda: xs >> n, lambda: s & n, lambda: n | xs, lambda: None ^ n, lambda: n @ n)]
