# Every way to write a float literal.
def main():
    return [1., .5, 1e3, 1E-3, 1_0.0_1, 1e+5, 0e0, 00.5, 1e400, 3.141592653589793238462643]
