# Elements that can't be ordered.
def main():
    return sorted([3, "a", 1])
