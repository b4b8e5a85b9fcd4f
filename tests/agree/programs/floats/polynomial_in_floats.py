# Horner's rule against the sum of powers.
def main():
    cs = [1.5, -2.25, 0.125, 3.0]
    x = 1.7
    h = 0.0
    for c in cs:
        h = h * x + c
    p = sum(c * x**(len(cs) - 1 - i) for i, c in enumerate(cs))
    return h, p
