# An error in the filter of a comprehension.
def main():
    xs = [4, 2, 0, 1]
    return [x for x in xs if 8 // x > 3]
