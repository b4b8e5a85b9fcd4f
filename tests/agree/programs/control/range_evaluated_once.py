# The bounds of a range are evaluated once.
def main():
    n = 3
    count = 0
    for _ in range(n):
        n += 10
        count += 1
    return n, count
