# The first of equal keys wins in long ranges too.
def main():
    n = 50000
    xs = [(i * 7919) % 1000 for i in range(n)]
    low = min(range(n), key=lambda i: xs[i])
    high = max(range(n), key=lambda i: xs[i])
    return low, high, xs[low], xs[high], min(xs), max(xs)
