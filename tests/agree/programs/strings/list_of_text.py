# list and tuple of text, and text compared piecewise.
def main():
    s = "añb"
    return list(s), tuple(s), list(zip(s, s[1:])), [c * 2 for c in s], len(list(s * 2))
