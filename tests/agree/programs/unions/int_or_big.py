# A variable that is a small or a big integer.
def main():
    out = []
    for shift in (10, 62, 63, 64, 200, 3):
        x = 1 << shift
        out.append((x, x >> (shift - 1), x % 1000 if x > 1000 else -x))
    return out
