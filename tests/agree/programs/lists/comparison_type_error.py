# Ordering lists with elements that can't be ordered.
def main():
    return [1, "a"] < [1, 2]
