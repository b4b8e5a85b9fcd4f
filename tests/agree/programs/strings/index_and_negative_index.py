# Indexing from both ends.
def main():
    s = "python"
    return s[0], s[5], s[-1], s[-6], s[len(s) // 2], s[True]
