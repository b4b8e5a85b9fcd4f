# filter computes only what is asked for.
def picky(x):
    if x > 4:
        raise ValueError("too far")
    return x % 2

def main():
    f = filter(picky, range(100))
    out = []
    for x in f:
        out.append(x)
        if x == 3:
            break
    return out
