# Text of tuples: the one-element comma, nesting, quotes.
def main():
    return str((1,)), str(()), str((1, "a", None, 2.5)), f"{((),)}", f"{(1, (2,))!r}"
