# Lists are indexed by integers or slices.
def attempt(i):
    xs = [1, 2]
    try:
        return xs[i]
    except TypeError as e:
        return str(e)

def main():
    return attempt(1.0), attempt("a"), attempt(None), attempt((0, 1)), attempt(True)
