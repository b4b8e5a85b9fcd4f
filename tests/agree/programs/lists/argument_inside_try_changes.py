# What a handler does not read belongs to the call inside the try, which may change it.
def add(xs, n):
    if n > 2:
        raise ValueError(xs)
    xs.append(n)
    return xs

def main():
    out = []
    for n in range(100):
        try:
            out.append(add([n], n % 5))
        except ValueError as e:
            out.append(str(e))
    return out[:10], len(out)
