# Rows that come to hold other types than they were made with.
def fill(n, step):
    grid = [[0] * n for _ in range(n)]
    for i in range(0, n, step):
        grid[i][i] = i / 2
        grid[i][0] = 2 ** (10 * i)
    return grid


def collected(n):
    groups = [[] for _ in range(4)]
    for i in range(n):
        groups[i % 3].append(i if i % 2 else str(i))
    groups[3].append(None)
    return groups


def rows_replaced(n):
    rows = [[1, 2], [3, 4]]
    for i in range(n):
        rows[i % 2] = [i, i + 1]
        rows[i % 2][1] *= 2
        rows.append([i])
        rows[-1].append(rows[0][0])
    return rows


def main():
    return fill(9, 2), collected(300)[1][-3:], collected(10), rows_replaced(200)[-2:], rows_replaced(3)
