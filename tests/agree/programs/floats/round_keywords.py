# round accepts ndigits as a keyword and None as no digits.
def main():
    return round(3.14159, ndigits=3), round(3.7, None), round(number=2.25, ndigits=1), round(3.5, ndigits=None)
