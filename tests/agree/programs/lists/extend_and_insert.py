# The other methods that change a list.
def main():
    xs = [1]
    xs.extend([2, 3])
    xs.insert(0, 0)
    return xs
