# A complex literal.
def main():
    z = 2j  # <-- unsupported
    return z == 2j  # <-- unsupported
