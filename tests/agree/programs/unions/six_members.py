# A variable of more types than any union of the compiler holds.
def main():
    out = []
    for i in range(14):
        k = i % 7
        if k == 0:
            v = None
        elif k == 1:
            v = i
        elif k == 2:
            v = i * 0.5
        elif k == 3:
            v = "s"
        elif k == 4:
            v = (i,)
        elif k == 5:
            v = [i]
        else:
            v = True
        out.append((v, v == i, str(v), bool(v)))
    return out
