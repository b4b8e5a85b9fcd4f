# A generator inside a loop is consumed before the variable changes, or after.
def main():
    at_once = []
    later = []
    for k in range(3):
        g = (k * x for x in (1, 2))
        at_once.append(list(g))
        later.append((k * x for x in (1, 2)))
    return at_once, [list(g) for g in later]
