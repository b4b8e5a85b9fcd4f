# A bytes literal.
def main():
    b = b"abc"  # <-- unsupported
    return b[0]
