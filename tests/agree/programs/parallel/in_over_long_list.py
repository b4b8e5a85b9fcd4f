# Membership in long lists, found and not found.
def main():
    xs = [i * 3 for i in range(40000)]
    return 90000 in xs, 90001 in xs, -1 not in xs, xs == [i * 3 for i in range(40000)], xs < xs[:-1] + [0]
