# A loop adds from left to right; other orders give other bits.
def main():
    xs = [0.1, 1e16, -1e16, 0.2, 1e-9, 3.3, -3.3]
    left = 0.0
    for x in xs:
        left = left + x
    right = 0.0
    for x in reversed(xs):
        right = right + x
    return left, right, left == right
