# Two lists change places in every round: the one that is only measured is the one that grew in the round before.
def step(x, y):
    y.append(len(x))
    return y


def last_and_length(x, y):
    y[len(y) - 1] = x[len(x) - 1] + len(x)
    return y


def main():
    x = [1]
    y = [2]
    for i in range(3000):
        y = step(x, y)
        x, y = y, x
    a = [1, 2]
    b = [3]
    for i in range(50):
        b = last_and_length(a, b)
        b.append(i)
        a, b = b, a
    return len(x), len(y), sum(x), sum(y), x[-3:], y[-3:], a, b
