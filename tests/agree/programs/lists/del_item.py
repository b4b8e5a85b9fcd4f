# Deleting an item.
def main():
    xs = [1, 2, 3]
    del xs[1]
    return xs
