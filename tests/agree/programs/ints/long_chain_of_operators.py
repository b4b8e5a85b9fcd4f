# Precedence of all binary operators in one expression.
def main():
    a, b, c, d = 7, 3, 2, 5
    return a + b * c ** d - a // b % c << d >> c & a | b ^ d, a - b - c, a * b // c * d, (a | b) & c ^ d
