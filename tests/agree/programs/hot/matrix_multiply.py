# A dense product with lists of lists of floats.
def main():
    n = 40
    a = [[(i * j) % 7 / 3 for j in range(n)] for i in range(n)]
    b = [[(i + j) % 5 / 2 for j in range(n)] for i in range(n)]
    c = []
    for i in range(n):
        row = []
        for j in range(n):
            s = 0.0
            for k in range(n):
                s += a[i][k] * b[k][j]
            row.append(s)
        c.append(row)
    return c[0][:5], c[n - 1][n - 1], sum(sum(row) for row in c)
