# Two lists that share a history diverge after a change.
def main():
    base = [1, 2, 3]
    left = base + [4]
    right = base + [5]
    left[0] = 10
    right[1] = 20
    return base, left, right
