# Rows of Pascal's triangle from the previous row.
def main():
    row = [1]
    rows = []
    for _ in range(8):
        rows.append(row)
        row = [1] + [row[i] + row[i + 1] for i in range(len(row) - 1)] + [1]
    return rows
