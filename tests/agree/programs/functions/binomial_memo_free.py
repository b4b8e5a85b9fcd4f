# Recursion over two arguments.
def choose(n, k):
    if k == 0 or k == n:
        return 1
    return choose(n - 1, k - 1) + choose(n - 1, k)

def main():
    return [choose(10, k) for k in range(11)], choose(14, 7)
