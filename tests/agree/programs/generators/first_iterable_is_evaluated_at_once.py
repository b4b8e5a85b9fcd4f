# The first iterable is evaluated where the expression stands, the rest later.
def main():
    try:
        g = (x for x in 5)
        return "late"
    except TypeError as e:
        first = str(e)
    g = (y for x in [1] for y in 7)
    try:
        return first, list(g)
    except TypeError as e:
        return first, "late: " + str(e)
