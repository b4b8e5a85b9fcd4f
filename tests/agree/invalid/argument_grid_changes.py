# The caller still has the grid that the function would change.
def mark(grid, i):
    grid[i][i] = 1
    return grid


def main():
    grid = [[0] * 4 for _ in range(4)]
    marked = [mark(grid, i) for i in range(4)]
    return grid, marked
