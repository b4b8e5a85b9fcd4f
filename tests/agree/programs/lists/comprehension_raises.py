# An exception in the middle of a comprehension leaves it.
def check(x):
    if x == 3:
        raise ValueError(f"bad element {x}")
    return x

def main():
    return [check(x) for x in range(10)]
