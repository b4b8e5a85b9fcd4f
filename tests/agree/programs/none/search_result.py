# None as "not found", tested in a comprehension.
def find(xs, wanted):
    for i, x in enumerate(xs):
        if x == wanted:
            return i
    return None

def main():
    xs = [5, 3, 9]
    found = [find(xs, w) for w in (9, 4, 5)]
    return found, [f for f in found if f is not None], str(None)
