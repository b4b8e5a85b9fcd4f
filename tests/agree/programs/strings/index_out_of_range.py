# Indexing beyond the end is an IndexError.
def main():
    s = "abc"
    return s[-3] + s[3]
