# The product of two matrices of lists.
def matmul(a, b):
    columns = list(zip(*b))
    return [[sum(x * y for x, y in zip(row, column)) for column in columns] for row in a]

def main():
    return matmul([[1, 2], [3, 4]], [[5, 6, 0], [7, 8, -1]])
