# Counting in a list of buckets.
def main():
    counts = [0] * 7
    for i in range(100):
        counts[i * i % 7] += 1
    return counts
