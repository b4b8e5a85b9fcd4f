# repr prefers single quotes and escapes what can't be printed.
def main():
    return [f"{s!r}" for s in ("a'b", 'a"b', "a'b\"c", "\n\t\r\\", "\x00\x7f\x80", "é€😀", "\u2028", "\xa0")]
