# A Caesar cipher that looks characters up by position.
ALPHABET = "abcdefghijklmnopqrstuvwxyz"

def position(c):
    for i, a in enumerate(ALPHABET):
        if a == c:
            return i
    return -1

def shift(text, k):
    out = ""
    for c in text:
        i = position(c)
        out += c if i < 0 else ALPHABET[(i + k) % len(ALPHABET)]
    return out

def main():
    secret = shift("attack at dawn", 3)
    return secret, shift(secret, -3)
