# Random updates of a list in a hot loop.
def main():
    counts = [0] * 97
    state = 1
    for _ in range(150000):
        state = state * 16807 % 2147483647
        counts[state % 97] += 1
    return counts[:10], max(counts), min(counts), sum(counts)
