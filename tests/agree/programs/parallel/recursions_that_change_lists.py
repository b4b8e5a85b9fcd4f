# Mutual recursion, a recursion that appends on its way, and one whose base case handles an exception.
def even(n):
    if n == 0:
        return True
    return odd(n - 1)


def odd(n):
    if n == 0:
        return False
    return even(n - 1)


def leaves(lo, hi, out):
    if hi - lo < 2:
        out.append(lo)
        return out
    mid = (lo + hi) // 2
    return leaves(mid, hi, leaves(lo, mid, out))


def safe(n):
    if n < 3:
        try:
            return 6 // n
        except ZeroDivisionError:
            return -1
    return safe(n - 1) + safe(n - 3)


def main():
    return even(600), odd(601), leaves(0, 300, [])[::50], [safe(k) for k in range(18)]
