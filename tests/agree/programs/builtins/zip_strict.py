# strict=True insists on equal lengths.
def attempt(*iterables):
    try:
        return list(zip(*iterables, strict=True))
    except ValueError as e:
        return str(e)

def main():
    return attempt([1, 2], "ab"), attempt([1], [1, 2]), attempt([1, 2], [1]), attempt("a", "b", "cd"), attempt("ab", "b", "cd"), attempt(), list(zip("a", "bc", strict=False))
