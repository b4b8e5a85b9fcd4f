# Both operands are evaluated before the operator fails.
def trace(log, x):
    if len(log) > 3:
        raise ValueError(log)
    return x

def main():
    try:
        return trace("a", "text") + trace("abcd", 1)
    except ValueError as e:
        first = str(e)
    return first, trace("a", "text") + trace("b", 1)
