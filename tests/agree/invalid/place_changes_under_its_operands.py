# The row is found before the operand takes another row out: what `grid[0]` says is not it any more.
def main():
    grid = [[1], [2], [3]]
    grid[0].append(grid.pop(0)[0])
    return grid
