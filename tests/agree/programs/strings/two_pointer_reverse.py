# Walking two indices toward each other.
def main():
    s = "abcdefg"
    i, j = 0, len(s) - 1
    out = ""
    while i < j:
        out += s[i] + s[j]
        i += 1
        j -= 1
    return out + s[i] if i == j else out
