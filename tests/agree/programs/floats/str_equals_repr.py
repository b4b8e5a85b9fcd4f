# str of a float is its repr, in containers too.
def main():
    x = 1e-7
    return str(x), f"{x}", f"{x!r}", str([x, 2.5]), str((1e300 * 10, -x))
