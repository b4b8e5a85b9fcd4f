# Deeply nested recursion.
def ack(m, n):
    if m == 0:
        return n + 1
    if n == 0:
        return ack(m - 1, 1)
    return ack(m - 1, ack(m, n - 1))

def main():
    return [[ack(m, n) for n in range(4)] for m in range(3)]
