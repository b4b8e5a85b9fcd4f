# Three nested loops with inner bounds that depend on the outer ones.
def main():
    count = 0
    for a in range(1, 120):
        for b in range(a, 120):
            c2 = a * a + b * b
            c = int(c2 ** 0.5)
            if c * c == c2 and c < 150:
                count += 1
    return count
