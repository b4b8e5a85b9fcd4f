# Conditions mixing and, or, not, in and chains.
def leap(y):
    return y % 4 == 0 and y % 100 != 0 or y % 400 == 0

def main():
    return [y for y in range(1890, 2010, 10) if leap(y)], [x for x in range(30) if not (x % 2 or x % 3) and 5 < x <= 24 or x in (1, 29)]
