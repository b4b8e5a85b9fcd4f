# The loop variable is another name of the element.
def main():
    rows = [[], []]
    for row in rows:
        row.append(len(rows))
    return rows
