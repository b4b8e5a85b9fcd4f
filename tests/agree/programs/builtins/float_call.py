# float() of numbers and text, and without an argument.
def main():
    return float(), float(3), float("2.5e-3"), float(True), float(2**60 + 1), float(" 7 "), float("inf"), float(1.25)
