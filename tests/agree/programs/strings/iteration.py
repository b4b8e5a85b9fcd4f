# Iterating over text gives one-character texts.
def main():
    vowels = 0
    mirrored = ""
    for c in "reversed words":
        if c in "aeiou":
            vowels += 1
        mirrored = c + mirrored
    return vowels, mirrored
