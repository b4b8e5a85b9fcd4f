# min and max of generators with key and default.
def main():
    return min((x * x - 6 * x for x in range(8)), default=0), max((x for x in []), default="none"), min((w for w in ("bb", "a", "cc")), key=len), max((x for x in (3, -5, 4)), key=abs)
