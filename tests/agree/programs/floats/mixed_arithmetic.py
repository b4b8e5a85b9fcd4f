# int, bool and float mix; one float makes the result a float.
def main():
    return 1 + 2.0, 3 * 0.5, True + 0.5, 7 - 7.0, 2**3.0, 10 // 4.0, 10 % 4.0, 1.0 * 10**20, 5 / 2.0
