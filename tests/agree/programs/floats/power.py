# ** with floats: fractions, negative exponents, special values.
def main():
    inf = float("inf")
    return [2.0**0.5, 2**-2, 9**0.5, 0.0**0, 1.0**inf, inf**0, inf**-1, (-8.0)**3, 2.0**-1074, (-inf)**3, (-inf)**2, 10.0**15]
