# Sorting by tuples: several criteria at once.
def main():
    people = [("bob", 30), ("al", 25), ("cy", 30), ("di", 25)]
    return sorted(people), sorted(people, key=lambda p: (-p[1], p[0])), max(people, key=lambda p: (p[1], p[0]))
