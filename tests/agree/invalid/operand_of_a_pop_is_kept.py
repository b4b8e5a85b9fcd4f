# An operand evaluated before `pop` is the list itself, and would be seen to change.
def main():
    xs = [1, 2, 3]
    return [xs, xs.pop()]
