# repr switches to exponents at 1e16 and below 1e-4.
def main():
    return [1e15, 9999999999999998.0, 1e16, 1.5e16, 123456789012345680.0, 0.0001, 0.00001, 0.00012345, 1e22, 1e23, 1e100]
