# One recursive function at several types.
def double(x, n):
    return x if n == 0 else double(x + x, n - 1)

def main():
    return double(1, 70), double(0.1, 3), double("ab", 2), double((1,), 2), double([None], 1)
