# enumerate with a start, by position and by keyword.
def main():
    return list(enumerate("ab")), list(enumerate([5, 6], 10)), list(enumerate((x for x in "z"), start=-1)), list(enumerate([], 3)), list(enumerate("q", 2**63 - 1))
