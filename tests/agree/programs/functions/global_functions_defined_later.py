# A function may use names that are defined further down.
def main():
    return helper(5) + OFFSET

def helper(x):
    return twice(x) + 1

def twice(x):
    return 2 * x

OFFSET = 1000
