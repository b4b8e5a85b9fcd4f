# Sorting with nan compares as CPython's algorithm does.
def main():
    nan = float("nan")
    return sorted([3.0, nan, 1.0]), sorted([nan, 2.0, 1.0]), sorted([2.0, 1.0, nan])
