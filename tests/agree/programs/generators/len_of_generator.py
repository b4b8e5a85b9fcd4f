# A generator has no length and can't be indexed.
def attempt(f):
    try:
        return f()
    except TypeError as e:
        return str(e)

def main():
    g = (x for x in range(3))
    return attempt(lambda: len(g)), attempt(lambda: g[0]), list(g)
