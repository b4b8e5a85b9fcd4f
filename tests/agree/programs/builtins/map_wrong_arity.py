# The function of map is called with one argument per iterable.
def main():
    return list(map(lambda a: a, [1], [2]))
