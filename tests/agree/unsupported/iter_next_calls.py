# Iterators by hand.
def main():
    it = iter([1, 2])  # <-- unsupported
    return next(it) + next(it)  # <-- unsupported
