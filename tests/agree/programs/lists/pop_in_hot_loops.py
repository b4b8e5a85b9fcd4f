# Lists as stacks and queues, long enough for compiled code.
def collatz_depths(n):
    work = [(1, 0)]
    depths = []
    while work:
        x, depth = work.pop()
        depths.append(depth)
        if 2 * x <= n:
            work.append((2 * x, depth + 1))
        if x > 4 and (x - 1) % 3 == 0 and (x - 1) // 3 <= n:
            work.append(((x - 1) // 3, depth + 1))
        if depth > 20:
            work.clear()
    return len(depths), sum(depths)


def josephus(n, k):
    ring = [i for i in range(n)]
    at = 0
    while len(ring) > 1:
        at = (at + k - 1) % len(ring)
        ring.pop(at)
    return ring.pop()


def floats(n):
    xs = [i / 7 for i in range(n)]
    total = 0.0
    while xs:
        total = total * 0.5 + xs.pop()
    return total


def texts(n):
    xs = [str(i) for i in range(n)]
    joined = ""
    while len(xs) > n - 40:
        joined = xs.pop() + "," + joined
    return joined


def main():
    return collatz_depths(400), josephus(2000, 7), floats(3000), texts(1000)
