# Reaching into nested tuples.
def main():
    t = (1, (2, (3, (4, 5))))
    return t[1][1][1][0], t[1][1], len(t[1]), t[1][1][1][-1] + t[0]
