# Characters and words are ordered by code points.
def main():
    words = ["pear", "Apple", "fig", "apple"]
    return sorted(words), min(words), max("hello"), sorted("banana"), sorted(words, key=len), min(words, key=len)
