# A function that builds on its argument leaves the caller's list alone.
def with_end(xs):
    ys = xs + ["end"]
    ys[0] = "start"
    return ys

def main():
    xs = [1, 2, 3]
    ys = with_end(xs)
    return xs, ys
