# Parallel inside parallel: sum(0, n, lambda x: sum(0, x, ...)).
def dsum(a, b, f):
    if a >= b:
        return 0
    if a + 1 >= b:
        return f(a)
    mid = (a + b) // 2
    return dsum(a, mid, f) + dsum(mid, b, f)

def main():
    return dsum(0, 150, lambda x: dsum(0, x, lambda y: x * y))
