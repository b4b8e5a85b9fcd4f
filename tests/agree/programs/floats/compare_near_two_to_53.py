# Neighbouring integers that one float can't tell apart.
def main():
    f = 9007199254740992.0
    return [f == n for n in (2**53 - 1, 2**53, 2**53 + 1)], f + 1 == f, [n < f for n in (2**53 - 1, 2**53)], (2**53 + 1) - f
