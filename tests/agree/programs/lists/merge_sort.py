# Merge sort by slices and appends.
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
    if len(xs) <= 1:
        return xs
    mid = len(xs) // 2
    return merge(sort(xs[:mid]), sort(xs[mid:]))

def main():
    return sort([(i * 7919) % 97 for i in range(40)]), sort(["b", "a", "c"]), sort([])
