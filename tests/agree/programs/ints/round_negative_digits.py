# round(int, -n) rounds half to even on decimal digits.
def main():
    return round(15, -1), round(25, -1), round(-25, -1), round(1234567, -3), round(5, -1), round(10**25 + 5, -1), round(7, 3), round(49, -2)
