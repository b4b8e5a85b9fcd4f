# Quicksort by comprehensions.
def quick(xs):
    if not xs:
        return []
    pivot = xs[0]
    rest = xs[1:]
    return quick([x for x in rest if x < pivot]) + [pivot] + quick([x for x in rest if x >= pivot])

def main():
    return quick([3, -1, 4, 1.5, -5, 9, 2, 6, 5, 3]), quick(["pear", "fig", "apple"])
