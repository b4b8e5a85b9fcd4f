# A comprehension inside a comprehension makes a table.
def main():
    table = [[i * j for j in range(4)] for i in range(3)]
    return table, [[row[k] for row in table] for k in range(4)]
