# Nested patterns with stars, in brackets of both kinds.
def main():
    (a, [b, *c]), d = (1, (2, 3, 4)), 5
    [e, (f, g)] = [6, [7, 8]]
    ((h,),) = (("only",),)
    return a, b, c, d, e, f, g, h
