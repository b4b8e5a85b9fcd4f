# Dynamic programming in one list.
def best(items, capacity):
    value = [0] * (capacity + 1)
    for weight, worth in items:
        for c in range(capacity, weight - 1, -1):
            value[c] = max(value[c], value[c - weight] + worth)
    return value[capacity]

def main():
    return best([(12, 4), (2, 2), (1, 1), (1, 2), (4, 10)], 15), best([], 5)
