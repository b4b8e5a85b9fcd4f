# Iterators can't be reversed.
def main():
    return list(reversed(x for x in range(3)))
