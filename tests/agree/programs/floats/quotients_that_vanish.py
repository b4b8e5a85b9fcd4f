# A quotient by zero is infinite or NaN: what is computed from it may be finite again, and still it has to raise.
def step(a, b, c, d, way):
    p = 1.0 / a
    q = 2.0 / b
    r = 3.0 / (c + q)  # 0.0 where q is infinite
    s = 0.0 * p + q - q + 4.0 / d
    t = 5.0 / s  # 0.0 where s is infinite
    u = min(p, 1.0) + t * r if way else t - r
    return (u, p * q - p * q, t, -s)


def steps(values, n):
    x = (1.0, 1.0, 1.0, 1.0)
    for i in range(n):
        a, b, c, d = values[i % len(values)]
        y = step(a, b, c, d, i % 3 == 0)
        x = (x[0] + y[0], x[1] - y[1], x[2] * 0.5 + y[2], y[3])
    return x


def attempt(values, n):
    try:
        return str(steps(values, n))
    except ZeroDivisionError as e:
        return str(e)


def main():
    usual = [(1.0, 2.0, 3.0, 4.0), (-1.5, 0.25, 8.0, -3.0), (5e-324, 1e308, 1.0, 2.0), (1e-320, 3.0, 2.0, 1.0)]
    inf, nan = float("inf"), float("nan")
    rows = [attempt(usual, 40)]
    for k in range(4):
        for bad in (0.0, -0.0, inf, nan):
            row = [2.0, 3.0, 4.0, 5.0]
            row[k] = bad
            rows.append(attempt(usual + [tuple(row)], 40))
    return rows + [attempt([(1.0, inf, 0.0, 1.0)], 3), attempt([(1.0, 2.0, -1.0, 3.0)], 3)]
