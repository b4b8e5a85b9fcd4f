# Exact fractions with big numerators, reduced in __init__.
def gcd(a, b):
    return a if b == 0 else gcd(b, a % b)

class Fraction:
    def __init__(self, p, q=1):
        if q == 0:
            raise ZeroDivisionError("fraction with denominator 0")
        g = gcd(p, q)
        self.p = p // g
        self.q = q // g
    def __add__(self, o):
        return Fraction(self.p * o.q + o.p * self.q, self.q * o.q)
    def __eq__(self, o):
        return self.p == o.p and self.q == o.q
    def __str__(self):
        return f"{self.p}/{self.q}"

def main():
    total = Fraction(0)
    for k in range(1, 40):
        total = total + Fraction(1, k)
    return str(total), str(Fraction(6, -4)), Fraction(2, 4) == Fraction(1, 2)
