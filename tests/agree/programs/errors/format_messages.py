# Format specifications that do not fit.
def attempt(g):
    try:
        return g()
    except ValueError as e:
        return str(e)
    except TypeError as e:
        return str(e)

def main():
    return attempt(lambda: f"{1:s}"), attempt(lambda: f"{1.5:d}"), attempt(lambda: f"{'a':x}"), attempt(lambda: f"{1:.2d}"), attempt(lambda: f"{None:5}"), attempt(lambda: f"{[1]:5}"), attempt(lambda: f"{'a':+}"), attempt(lambda: f"{1:q}")
