# Equal keys keep their order, also with reverse.
def main():
    items = [("a", 2), ("b", 1), ("c", 2), ("d", 1), ("e", 3)]
    return sorted(items, key=lambda p: p[1]), sorted(items, key=lambda p: p[1], reverse=True), sorted([1, 1.0, True], reverse=True)
