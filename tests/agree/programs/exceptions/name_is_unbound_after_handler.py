# The name of an except clause is unassigned after its block.
def main():
    e = "before"
    try:
        raise ValueError("x")
    except ValueError as e:
        seen = str(e)
    return seen, e
