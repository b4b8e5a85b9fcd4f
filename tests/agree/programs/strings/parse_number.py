# Parsing digits by comparing characters.
def value(c):
    for i in range(10):
        if str(i) == c:
            return i
    raise ValueError(f"not a digit: {c!r}")

def parse(s):
    n = 0
    for c in s:
        n = n * 10 + value(c)
    return n

def main():
    try:
        parse("12x4")
    except ValueError as e:
        return parse("0042"), parse("98765432109876543210"), str(e)
