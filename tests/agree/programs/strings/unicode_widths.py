# Text of 1, 2 and 4 byte code points has the length that one sees.
def main():
    s = "aé€😀z"
    return len(s), s[3], s[-2], s[1:4], [c for c in s], s + s[::-1]
