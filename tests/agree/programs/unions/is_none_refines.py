# `is None` in a condition, in `or`, and with early return.
def length(x):
    if x is None:
        return 0
    return len(x)

def first(x):
    return x is not None and x[0]

def main():
    return length(None), length("abc"), length([1]), first(None), first((7, 8)), [length(x) or "zero" for x in (None, "", "q")]
