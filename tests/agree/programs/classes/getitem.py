# __getitem__ with integers, slices' bounds and tuples.
class Grid:
    def __init__(self, width, cells):
        self.width = width
        self.cells = cells
    def __getitem__(self, at):
        if isinstance(at, tuple):
            row, column = at
            return self.cells[row * self.width + column]
        return self.cells[at]

def main():
    g = Grid(3, [10, 11, 12, 20, 21, 22])
    return g[0], g[-1], g[1, 2], g[(0, 1)], g[1:3]
