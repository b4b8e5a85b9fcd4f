def loopSum(x, f):
    result = 0
    while x > 0:
        result = result + f(x)
        x = x - 1
    return result


def main(n):
    return loopSum(n, lambda x: (x + 20.0) * 10.0)
