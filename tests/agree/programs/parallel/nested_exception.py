# An error in an inner range: order is by outer index, then inner.
def f(i, j):
    if i * 100 + j in (5050, 3099, 9000):
        raise ValueError((i, j))
    return 1

def main():
    return sum(sum(f(i, j) for j in range(100)) for i in range(100))
