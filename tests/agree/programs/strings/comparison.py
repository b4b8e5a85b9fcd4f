# Texts compare by code points.
def main():
    return "a" < "b", "Z" < "a", "abc" < "abd", "ab" < "abc", "" < "a", "é" > "z", "10" < "9", "a" <= "a", "😀" > "\uffff"
