# Assigning beyond the end is an IndexError.
def main():
    xs = [1, 2]
    xs[0] = 5
    xs[2] = 6
    return xs
