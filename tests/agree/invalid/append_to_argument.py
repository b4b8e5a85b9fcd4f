# A function that changes its caller's list.
def fill(xs):
    xs.append(1)
    return len(xs)

def main():
    xs = []
    n = fill(xs)
    return n, xs
