# The Ellipsis literal.
def main():
    x = ...  # <-- unsupported
    return x is None
