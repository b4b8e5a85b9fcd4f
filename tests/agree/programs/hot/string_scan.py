# Scanning a text of some length, character by character.
def main():
    s = "the quick brown fox jumps over the lazy dog" * 800
    spaces = 0
    longest = current = 0
    for c in s:
        if c == " ":
            spaces += 1
            current = 0
        else:
            current += 1
            if current > longest:
                longest = current
    return spaces, longest, len(s), s[len(s) // 2]
