# All escape sequences.
def main():
    return "\x41\101\u00e9\U0001F600", "\a\b\f\v\r", "\N{GREEK SMALL LETTER ALPHA}", "\0", "a\
b", '\'', "\""
