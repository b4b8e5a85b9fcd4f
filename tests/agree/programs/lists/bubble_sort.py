# Sorting in place by swaps.
def bubble(n):
    xs = [(i * 37 + 11) % 101 for i in range(n)]
    for end in range(len(xs) - 1, 0, -1):
        for i in range(end):
            if xs[i] > xs[i + 1]:
                xs[i], xs[i + 1] = xs[i + 1], xs[i]
    return xs

def main():
    return bubble(30)
