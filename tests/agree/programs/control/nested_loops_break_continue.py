# break and continue act on the innermost loop, whose else may continue the outer one.
def main():
    out = []
    for i in range(2, 20):
        for j in range(2, i):
            if i % j:
                continue
            break
        else:
            out.append(i)
            continue
        if i == 15:
            break
        out.append(-i)
    return out
