# Later class attributes are computed from earlier ones.
class Table:
    size = 4
    squares = [i * i for i in range(5)]
    name = "t" + str(size)
    def last(self):
        return self.squares[self.size]

def main():
    return Table.squares, Table.name, Table().last()
