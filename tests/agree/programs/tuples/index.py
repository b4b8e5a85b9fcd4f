# Constant and computed indices from both ends.
def main():
    t = (10, 20, 30)
    i = len(t) - 1
    return t[0], t[-1], t[i], t[-i], t[True], t[t[0] // 10]
