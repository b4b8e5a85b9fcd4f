# map with one and several iterables; it stops at the shortest.
def main():
    return list(map(str, [1, 2.5])), list(map(lambda a, b: a * b, [1, 2, 3], (4, 5))), list(map(max, [1, 9], [5, 5], [3, 3])), list(map(len, ["a", "bc"])), tuple(map(lambda *a: a, "ab", "cd"))
