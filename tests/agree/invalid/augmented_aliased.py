# += changes a list in place, which its other name sees.
def main():
    a = [1]
    b = a
    a += [2]
    return a, b
