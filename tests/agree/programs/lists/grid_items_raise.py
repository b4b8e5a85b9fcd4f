# Exceptions of nested item assignments, in CPython's order, and what is unchanged after them.
def attempt(case):
    grid = [[1, 2], [3, 4], (5, 6), 7]
    try:
        if case == 0:
            grid[9][1 // 0] = 1
        elif case == 1:
            grid[0][1 // 0] = 1
        elif case == 2:
            grid[0][5] = 1
        elif case == 3:
            grid[2][0] = 1
        elif case == 4:
            grid[3][0] = 1
        elif case == 5:
            grid[0]["a"] = 1
        elif case == 6:
            grid[1][0] += "a"
        elif case == 7:
            grid[2].append(1)
        elif case == 8:
            grid[1].insert(0)
        else:
            grid[-9].append(1)
    except (IndexError, TypeError, ZeroDivisionError, AttributeError) as e:
        return type(e).__name__, str(e), grid
    return grid


def out_of_range(n):
    grid = [[0] * n for _ in range(n)]
    for i in range(n + 1):
        grid[i][i // 2] = i


def main():
    rows = [attempt(case) for case in range(10)]
    try:
        out_of_range(300)
    except IndexError as e:
        rows.append(str(e))
    out_of_range(20)
    return rows
