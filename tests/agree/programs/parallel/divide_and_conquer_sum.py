# f(lo, mid) + f(mid, hi).
def total(lo, hi, f):
    if lo >= hi:
        return 0
    if lo + 1 == hi:
        return f(lo)
    mid = (lo + hi) // 2
    return total(lo, mid, f) + total(mid, hi, f)

def main():
    return total(0, 20000, lambda i: i * i), total(0, 5000, lambda i: i**0.5), total(0, 300, lambda i: 2**i)
