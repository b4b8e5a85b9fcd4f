# int(text, base) with prefixes and base 0.
def main():
    return int("ff", 16), int("0xFF", 16), int("z", 36), int("-101", 2), int("0b101", 0), int("0o17", 0), int("12", base=3)
