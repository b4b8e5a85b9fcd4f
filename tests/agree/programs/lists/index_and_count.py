# Searching a list by method.
def main():
    xs = [5, 6, 5]
    return xs.index(6), xs.count(5)
