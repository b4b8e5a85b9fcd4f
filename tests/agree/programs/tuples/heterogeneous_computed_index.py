# A computed index into a tuple of different types.
def main():
    t = (1, 2.5, "three", None, (5,))
    out = []
    for i in range(-5, 5):
        out.append(t[i])
    return out
