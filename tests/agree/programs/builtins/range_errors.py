# Ranges with step zero, with floats, and beyond their end.
def attempt(f):
    try:
        return f()
    except (ValueError, TypeError, IndexError) as e:
        return str(e)

def main():
    return attempt(lambda: range(1, 2, 0)), attempt(lambda: range(1.5)), attempt(lambda: range("3")), attempt(lambda: range(3)[3]), attempt(lambda: range(0)[0]), attempt(lambda: range())
