# The row has a name of its own, which is read later.
def main():
    grid = [[1, 2], [3, 4]]
    row = grid[1]
    grid[1][0] = 9
    return grid, row
