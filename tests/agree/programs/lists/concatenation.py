# + makes a new list and keeps the operands.
def main():
    a = [1, 2]
    b = ["x"]
    c = a + b
    return a, b, c, a + a, [] + b, c + [None] + [2.5]
