# The value is evaluated before the index of the target.
def show(log, x):
    return log + str(x)

def main():
    xs = [0, 0, 0]
    i = 0
    i, xs[i] = 1, 7
    xs[i], i = 8, 2
    xs[i] = i = 1
    return xs, i
