# The % operator of text.
def main():
    n = 5
    return "%d items" % n  # <-- unsupported
