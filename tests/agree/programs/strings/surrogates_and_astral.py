# Code points beyond the basic plane count once.
def main():
    s = "𝔘𝔫𝔦code"
    return len(s), s[0], s[::2], s[:3] < s[3:], [len(c) for c in s], "\U0010FFFF" > "\uFFFF", "\ud800" < "😀"
