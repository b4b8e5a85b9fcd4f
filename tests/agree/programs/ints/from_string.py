# int() of text: signs, blanks, underscores.
def main():
    return int("42"), int("  -17\n"), int("+0"), int("1_000"), int("000123"), int("99999999999999999999")
