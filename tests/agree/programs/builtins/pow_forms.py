# pow with two and three arguments, and with keywords.
def main():
    return pow(2, 10), pow(2, -1), pow(2.0, 0.5), pow(7, 3, 5), pow(base=3, exp=4), pow(3, exp=5, mod=7), pow(-2, 3), pow(0, 0)
