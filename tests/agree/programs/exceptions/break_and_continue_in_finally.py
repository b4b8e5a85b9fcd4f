# break and continue in finally swallow exceptions too.
def main():
    out = []
    for i in range(4):
        try:
            out.append(10 // (i - 1))
        finally:
            if i == 1:
                continue
            if i == 3:
                break
            out.append("f" + str(i))
    for i in range(3):
        try:
            raise ValueError
        finally:
            break
    return out, i
