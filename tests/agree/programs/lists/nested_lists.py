# Reading nested lists.
def main():
    grid = [[1, 2, 3], [4, 5, 6], [7, 8, 9]]
    return grid[1][2], grid[-1][-1], [row[0] for row in grid], sum(grid[i][i] for i in range(3)), grid[0][1:] + grid[2][:1]
