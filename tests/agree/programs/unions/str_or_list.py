# Indexing, len and + work on both members.
def double_ends(xs):
    return xs[:1] + xs + xs[-1:]

def main():
    x = "abc"
    out = []
    for _ in range(2):
        out.append((double_ends(x), len(x), x[0]))
        x = [1, 2]
    return out
