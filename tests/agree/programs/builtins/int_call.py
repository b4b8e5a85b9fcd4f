# int() of numbers and text, and without an argument.
def main():
    return int(), int(5), int(-2.9), int("12"), int(True), int("-0b11", 2), int("1_0", base=10), int(10.0**20)
