# Text that is no float raises ValueError with its repr.
def attempt(s):
    try:
        return float(s)
    except ValueError as e:
        return str(e)

def main():
    return attempt(""), attempt("1.2.3"), attempt("abc"), attempt("1e"), attempt("--1"), attempt("1 2")
