# A lazy stream as a pair of head and closure.
def count_from(n):
    return (n, lambda: count_from(n + 1))

def keep(stream, f):
    head, tail = stream
    while not f(head):
        head, tail = tail()
    return (head, lambda: keep(tail(), f))

def take(stream, n):
    out = []
    for _ in range(n):
        out.append(stream[0])
        stream = stream[1]()
    return out

def main():
    return take(count_from(5), 4), take(keep(count_from(1), lambda x: x % 3 == 0), 5)
