# A negative number to a fractional power is complex.
def main():
    z = (-8) ** 0.5  # <-- unsupported
    return z == z
