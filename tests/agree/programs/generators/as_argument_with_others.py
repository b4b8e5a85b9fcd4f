# A generator between other arguments must be in parentheses.
def join(sep, parts):
    out = ""
    for i, p in enumerate(parts):
        out += sep * (i > 0) + p
    return out

def main():
    return join(", ", (str(x) for x in range(4))), sum((x for x in (1, 2)), 10), sorted((x % 3 for x in range(7)), reverse=True)
