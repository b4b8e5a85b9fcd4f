# Binary search in a sorted list.
def find(xs, x):
    lo, hi = 0, len(xs)
    while lo < hi:
        mid = (lo + hi) // 2
        if xs[mid] < x:
            lo = mid + 1
        else:
            hi = mid
    return lo

def main():
    xs = [i * 3 for i in range(50)]
    return [find(xs, x) for x in (-1, 0, 1, 75, 76, 147, 148, 1000)]
