# The length and truth of lists.
def main():
    empty = []
    return len(empty), len([[], []]), bool(empty), bool([0]), "empty" if not empty else "full", len([1] * 1000)
