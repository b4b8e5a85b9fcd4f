# The halves are lists that are joined.
def build(lo, hi):
    if hi - lo == 1:
        return [lo * lo] if lo % 3 else []
    mid = (lo + hi) // 2
    return build(lo, mid) + build(mid, hi)

def main():
    xs = build(0, 8000)
    return len(xs), xs[:4], xs[-4:], sum(xs)
