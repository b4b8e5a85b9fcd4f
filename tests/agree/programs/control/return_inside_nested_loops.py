# return leaves all loops at once.
def locate(grid, wanted):
    for i, row in enumerate(grid):
        for j, x in enumerate(row):
            if x == wanted:
                return i, j
    return None

def main():
    grid = [[1, 2], [3, "x"], []]
    return locate(grid, "x"), locate(grid, 2), locate(grid, 9)
