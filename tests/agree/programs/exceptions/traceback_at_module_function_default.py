# An error in an f-string, in a condition, and in an index.
def pick(xs, i):
    if xs[i] > 0:
        return f"{xs[i] // (i - 1)}"
    return "none"

def main():
    return pick([1, 2, 3], 0), pick([1, 2, 3], 1)
