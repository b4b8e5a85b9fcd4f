# A list that no machine can hold.
def main():
    seen = []
    for n in (2**50, 2**70):
        try:
            seen.append(len(list(range(n))))
        except (MemoryError, OverflowError) as e:
            seen.append((type(e).__name__, str(e)))
    return [0] * len(seen) * 2**50, seen
