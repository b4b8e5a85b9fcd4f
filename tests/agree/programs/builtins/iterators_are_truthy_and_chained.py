# Iterators are true even when exhausted; iterating an iterator goes on.
def main():
    e = enumerate("abc")
    z = zip([1, 2, 3], "xyz")
    first = [p for p in e if p[0] < 5]
    seen = []
    for a, b in z:
        seen.append((a, b))
        if a == 2:
            break
    return bool(e), first, list(e), seen, list(z), bool(map(abs, []))
