# append to a list inside a list.
def main():
    rows = [[1], [2]]
    rows[0].append(3)
    return rows
