# str of containers uses repr of the elements.
def main():
    return str(["a", 1, None]), str(("x",)), str([[], ()]), str([1.0, "it's"]), str(((1, 2), [3]))
