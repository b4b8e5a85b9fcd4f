# Parallel halves, merged.
def merge(a, b):
    out = []
    i = j = 0
    while i < len(a) and j < len(b):
        if b[j] < a[i]:
            out.append(b[j])
            j += 1
        else:
            out.append(a[i])
            i += 1
    return out + a[i:] + b[j:]

def sort(xs):
    if len(xs) < 2:
        return xs
    mid = len(xs) // 2
    return merge(sort(xs[:mid]), sort(xs[mid:]))

def main():
    xs = [(i * 48271) % 65537 for i in range(6000)]
    ys = sort(xs)
    return ys == sorted(xs), ys[:6], ys[-2:]
