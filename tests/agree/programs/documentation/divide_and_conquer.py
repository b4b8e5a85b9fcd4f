# The parallel sum as a recursive function that hides the builtin.
def sum(a, b, f):
    if a >= b:
        return 0
    if a + 1 >= b:
        return f(a)
    mid = (a + b) // 2
    return sum(a, mid, f) + sum(mid, b, f)

def main():
    return sum(0, 20000, lambda x: x**0.5), sum(5, 5, lambda x: x), sum(0, 1000, lambda x: x)
