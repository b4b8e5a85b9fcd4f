# Gradual underflow: subnormals keep their bits.
def main():
    x = 2.0**-1060
    return x, x / 2**14, x * x, x * 2**1060 == 1.0, 5e-324 + 5e-324, 5e-324 * 0.5, 5e-324 * 0.6
