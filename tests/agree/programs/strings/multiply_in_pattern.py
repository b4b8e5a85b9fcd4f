# A drawing made by repetition.
def main():
    n = 4
    rows = [" " * (n - i) + "*" * (2 * i - 1) for i in range(1, n + 1)]
    out = ""
    for row in rows:
        out += row + "\n"
    return out, len(out)
