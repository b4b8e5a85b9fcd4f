# The list that an item is has another name too.
def main():
    row = [1]
    rows = [row]
    rows[0] += [2]
    return row
