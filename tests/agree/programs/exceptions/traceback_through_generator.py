# The frame of a generator expression is in the traceback.
def inverse(x):
    return 1 / x

def main():
    xs = [2, 1, 0]
    total = sum(
        inverse(x) for x in xs)
    return total
