# zip(*rows) transposes.
def main():
    rows = ((1, 2, 3), (4, 5, 6))
    columns = tuple(zip(*rows))
    return columns, tuple(zip(*columns)) == rows
