# *= on a local list.
def main():
    xs = [1, 2]
    xs *= 3
    ys = ["a"]
    ys *= 0
    return xs, ys
