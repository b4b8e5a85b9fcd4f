# An exception with fields of its own.
class ParseError(Exception):
    def __init__(self, text, position):
        super().__init__(f"bad character {text[position]!r} at {position}")
        self.position = position
        self.rest = text[position:]

def parse(text):
    for i, c in enumerate(text):
        if c not in "0123456789":
            raise ParseError(text, i)
    return int(text)

def main():
    try:
        parse("12x4")
    except ParseError as e:
        return parse("124"), str(e), e.position, e.rest, e.args
