# and, or, xor and invert on positive and negative numbers.
def main():
    a, b = 0b110101, -0b10011
    return a & b, a | b, a ^ b, ~a, ~b, a & ~b, ~(a | b) == ~a & ~b
