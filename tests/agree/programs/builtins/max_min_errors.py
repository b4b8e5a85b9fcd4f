# An empty iterable, nothing to compare, and elements that can't be ordered.
def attempt(f):
    try:
        return f()
    except ValueError as e:
        return str(e)
    except TypeError as e:
        return str(e)

def main():
    return attempt(lambda: max([])), attempt(lambda: min(())), attempt(lambda: max(5)), attempt(lambda: min(1, "a")), attempt(lambda: max(1, 2, default=3)), attempt(lambda: max())
