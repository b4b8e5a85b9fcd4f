# round(x, n) is exact decimal rounding of the binary value.
def main():
    return [round(2.675, 2), round(2.5, 0), round(1.005, 2), round(-1.25, 1), round(1234.5678, -2), round(0.1, 30), round(1e300, -300), round(5.0, -1), round(15.0, -1)]
