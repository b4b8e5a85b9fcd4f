# key= decides; the first of equals wins.
def main():
    words = ["ccc", "a", "bb", "ddd", "e"]
    return min(words, key=len), max(words, key=len), max(-5, 3, key=abs), min([3, -3, 2, -2], key=abs), max((2, "b"), (1, "z"), key=lambda p: p[1])
