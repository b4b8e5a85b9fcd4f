# The footnote: float addition is not associative.
def main():
    return 10e30 + (-10e30) + 10e-50, 10e30 + ((-10e30) + 10e-50)
