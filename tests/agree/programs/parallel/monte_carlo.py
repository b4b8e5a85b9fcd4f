# Deterministic pseudo-random points in each element.
def inside(seed):
    state = seed * 2654435761 % 2**32
    hits = 0
    for _ in range(20):
        state = (state * 1664525 + 1013904223) % 2**32
        x = state / 2**32
        state = (state * 1664525 + 1013904223) % 2**32
        y = state / 2**32
        if x * x + y * y < 1.0:
            hits += 1
    return hits

def main():
    return sum(inside(seed) for seed in range(3000))
