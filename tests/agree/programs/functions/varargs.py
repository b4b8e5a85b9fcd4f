# *args collects the rest as a tuple.
def total(first, *rest):
    return first, rest, len(rest), first + sum(rest)

def main():
    return total(1), total(1, 2, 3), total(*range(5))
