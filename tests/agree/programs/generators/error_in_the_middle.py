# An exception ends a generator for good.
def main():
    g = (10 // (2 - x) for x in range(5))
    out = []
    try:
        for v in g:
            out.append(v)
    except ZeroDivisionError:
        out.append("error")
    return out, list(g)
