# A body is (x, y, z, vx, vy, vz, mass); the system is a tuple of five.
def pull(b, o):
    dx = o[0] - b[0]
    dy = o[1] - b[1]
    dz = o[2] - b[2]
    d2 = dx * dx + dy * dy + dz * dz
    f = o[6] / (d2 * d2)
    return (dx * f, dy * f, dz * f)


def move(b, o1, o2, o3, o4, dt):
    p1 = pull(b, o1)
    p2 = pull(b, o2)
    p3 = pull(b, o3)
    p4 = pull(b, o4)
    vx = b[3] + dt * (p1[0] + p2[0] + p3[0] + p4[0])
    vy = b[4] + dt * (p1[1] + p2[1] + p3[1] + p4[1])
    vz = b[5] + dt * (p1[2] + p2[2] + p3[2] + p4[2])
    return (b[0] + dt * vx, b[1] + dt * vy, b[2] + dt * vz, vx, vy, vz, b[6])


def main(n):
    a = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 40.0)
    b = (5.0, 0.1, 0.0, 0.0, 2.8, 0.05, 0.04)
    c = (-9.0, 0.5, 0.3, 0.1, -2.1, 0.02, 0.02)
    d = (0.5, 14.0, -0.4, -1.7, 0.0, 0.01, 0.01)
    e = (-0.3, -22.0, 0.2, 1.35, 0.05, 0.0, 0.005)
    k = 0
    while k < n:
        a, b, c, d, e = (
            move(a, b, c, d, e, 0.001),
            move(b, a, c, d, e, 0.001),
            move(c, a, b, d, e, 0.001),
            move(d, a, b, c, e, 0.001),
            move(e, a, b, c, d, 0.001),
        )
        k = k + 1
    return a[0] + b[0] + c[0] + d[0] + e[0]
