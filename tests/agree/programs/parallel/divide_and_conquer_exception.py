# Both halves fail: the left one's exception is raised.
def search(lo, hi):
    if lo + 1 == hi:
        if lo in (700, 301, 999):
            raise ValueError(lo)
        return lo
    mid = (lo + hi) // 2
    return search(lo, mid) + search(mid, hi)

def attempt(lo, hi):
    try:
        return search(lo, hi)
    except ValueError as e:
        return str(e)

def main():
    return attempt(0, 1024), attempt(302, 1024), attempt(701, 999), attempt(0, 256)
