# A list made of nested pairs.
def push(rest, x):
    return (x, rest)

def total(cell):
    result = 0
    while cell is not None:
        result += cell[0]
        cell = cell[1]
    return result

def main():
    cell = None
    for i in range(10):
        cell = push(cell, i)
    return total(cell), cell[1][0]
