# Sorting in place.
def main():
    xs = [3, 1, 2]
    xs.sort()
    return xs
