# divmod of floats agrees with // and %.
def main():
    pairs = [(7.25, 2.0), (-7.25, 2.0), (7.25, -2.0), (1.0, 0.1), (-0.0, 3.0), (3, 0.75)]
    return [divmod(a, b) for a, b in pairs], all(divmod(a, b) == (a // b, a % b) for a, b in pairs)
