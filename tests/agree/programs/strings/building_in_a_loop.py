# Appending characters in a loop.
def encode(s):
    out = ""
    count = 0
    previous = None
    for c in s + "\0":
        if c == previous:
            count += 1
            continue
        if previous is not None:
            out += previous + str(count)
        previous = c
        count = 1
    return out

def main():
    return encode("aaabccddddd"), encode("x"), encode("")
