# Items of lists in a list: set, augmented, swapped, appended to.
def table(n, m):
    grid = [[0] * n for _ in range(m)]
    for i in range(m):
        for j in range(n):
            grid[i][j] = i * n + j
    for i in range(1, m):
        for j in range(1, n):
            grid[i][j] += grid[i - 1][j] - grid[i][j - 1]
    return grid


def adjacency(n):
    near = [[] for _ in range(n)]
    for i in range(n):
        for j in range(i):
            if (i * j) % 3 == 1:
                near[i].append(j)
                near[j].append(i)
    return near


def cube(n):
    cells = [[[0.0 for _ in range(n)] for _ in range(n)] for _ in range(n)]
    for i in range(n):
        cells[i][-i - 1][i // 2] = i / 2
        cells[i][0][0] -= 1
    return cells


def main():
    grid = table(40, 30)
    grid[0][0], grid[-1][-1] = grid[-1][-1], grid[0][0]
    grid[2][3:5] = [9.5]
    grid[3][0] = "text"
    grid[4].reverse()
    del grid[5][1:]
    near = adjacency(60)
    return [sum(row) for row in grid[6:]], grid[2], grid[3][0], grid[4][0], grid[5], near[7], cube(3)
