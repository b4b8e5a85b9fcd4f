# Products around the 64-bit boundary, with all sign combinations.
def main():
    a = 3037000500
    return [a * a, -a * a, a * -a, -a * -a, (a - 1) * (a - 1), 4294967296 * 2147483648]
