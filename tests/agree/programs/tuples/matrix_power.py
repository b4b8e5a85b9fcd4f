# 2x2 matrices as tuples of tuples, raised to a power.
def mul(a, b):
    return tuple(tuple(sum(a[i][k] * b[k][j] for k in range(2)) for j in range(2)) for i in range(2))

def power(m, n):
    result = ((1, 0), (0, 1))
    while n:
        if n % 2:
            result = mul(result, m)
        m = mul(m, m)
        n //= 2
    return result

def main():
    return power(((1, 1), (1, 0)), 100)
