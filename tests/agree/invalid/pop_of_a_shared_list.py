# The list that `pop` would change has two names.
def main():
    xs = [1, 2, 3]
    ys = xs
    x = xs.pop()
    return x, xs, ys
