# Recursions over ints that grow beyond 64 bits, and of three calls.
def power(base, n):
    if n == 0:
        return 1
    if n % 2 == 1:
        return base * power(base, n - 1)
    half = power(base, n // 2)
    return half * half


def tri(n):
    if n <= 0:
        return 1
    return tri(n - 1) + tri(n - 2) * 3 + tri(n - 3)


def main():
    return power(7, 200) % 1000003, power(1.5, 21), [tri(n) for n in range(16)], tri(14) * power(3, 60)
