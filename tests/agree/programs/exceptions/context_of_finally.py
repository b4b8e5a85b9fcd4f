# The context in finally clauses, after handlers, around loops and returns.
def in_finally(n):
    try:
        return 10 // n
    finally:
        if n < 2:
            raise KeyError(n)


def in_loop(n):
    for i in range(n):
        try:
            if i % 2:
                raise ValueError(i)
            continue
        except ValueError:
            if i > 2:
                break
    raise TypeError("after")


def in_handler_loop(n):
    try:
        raise ValueError("outer")
    except ValueError:
        total = 0
        for i in range(n):
            total += i
        return total // (n - 200)


def context(f, n):
    try:
        return f(n)
    except Exception as e:
        c = e.__context__
        return type(e).__name__, None if c is None else (type(c).__name__, c.args)


def main():
    return [context(in_finally, n) for n in (0, 1, 2)] + [
        context(in_loop, 6),
        context(in_handler_loop, 100),
        context(in_handler_loop, 200),
    ]
