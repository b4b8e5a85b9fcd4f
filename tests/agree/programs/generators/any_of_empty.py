# any, all, sum, list and tuple of an empty generator.
def main():
    none = []
    return any(x for x in none), all(x for x in none), sum(x for x in none), list(x for x in none), tuple(x for x in none)
