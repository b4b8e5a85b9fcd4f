# Splitting at blanks without the method.
def split(s):
    words = []
    word = ""
    for c in s:
        if c == " ":
            if word:
                words.append(word)
            word = ""
        else:
            word += c
    return words + [word] if word else words

def main():
    return split("  the quick  brown fox "), split(""), split("one")
