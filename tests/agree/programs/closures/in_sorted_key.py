# A key function that captures what it measures from.
def main():
    center = 10
    xs = [3, 18, 9, 12, 1]
    by_distance = sorted(xs, key=lambda x: abs(x - center))
    center = 0
    return by_distance, sorted(xs, key=lambda x: abs(x - center))
