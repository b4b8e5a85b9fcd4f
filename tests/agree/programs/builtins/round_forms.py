# round of ints, floats and bools, with all kinds of digits.
def main():
    return round(2.5), round(3.5), round(2.675, 2), round(7), round(1234, -2), round(True), round(-0.4), round(1e22), round(0.5, 0), round(ndigits=1, number=0.25)
