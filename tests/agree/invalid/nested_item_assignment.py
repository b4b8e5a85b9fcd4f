# Assignment to an item of an item, with shared rows.
def main():
    rows = [[0] * 2] * 2
    rows[0][1] = 5
    return rows
