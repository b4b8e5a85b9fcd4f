# The game of life: each generation a new grid.
def step(grid):
    n, m = len(grid), len(grid[0])
    def alive(i, j):
        return sum(grid[(i + a) % n][(j + b) % m] for a in (-1, 0, 1) for b in (-1, 0, 1) if a or b)
    return [[1 if alive(i, j) == 3 or grid[i][j] and alive(i, j) == 2 else 0 for j in range(m)] for i in range(n)]

def main():
    grid = [[0] * 6 for _ in range(6)]
    glider = [[1 if (i, j) in [(0, 1), (1, 2), (2, 0), (2, 1), (2, 2)] else 0 for j in range(6)] for i in range(6)]
    for _ in range(8):
        glider = step(glider)
    return glider, step(grid) == grid
