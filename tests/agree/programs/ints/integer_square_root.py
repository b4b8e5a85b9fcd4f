# Newton's method with floor division on a 200-bit number.
def isqrt(n):
    x = n
    y = (x + 1) // 2
    while y < x:
        x = y
        y = (x + n // x) // 2
    return x

def main():
    n = 3**130
    r = isqrt(n)
    return r, r * r <= n < (r + 1) * (r + 1), isqrt(0), isqrt(1), isqrt(15), isqrt(16)
