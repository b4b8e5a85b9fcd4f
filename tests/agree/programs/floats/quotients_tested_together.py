# Four quotients of a turn, whose divisors are tested together: it is as if each were tested where it stands, whichever
# of them is zero first, and whether a handler is in the loop or outside; what is infinite or NaN without being a
# division by zero goes on.
def run(p, q, r, s, turns):
    x, y = 0.0, 0.0
    k = 0
    while k < turns:
        x = x + 1.0 / p + 3.0 / r
        y = y + 2.0 / q + 4.0 / s
        p, q, r, s = p - 1.0, q - 1.0, r - 1.0, s - 1.0
        k = k + 1
    return x, y, p, q, r, s


def handled_inside(p, q, r, s, turns):
    x, y = 0.0, 0.0
    k = 0
    while k < turns:
        try:
            x = x + 1.0 / p + 3.0 / r
            y = y + 2.0 / q + 4.0 / s
        except ZeroDivisionError:
            x, y = x + 1000.0, y - 1.0
        p, q, r, s = p - 1.0, q - 1.0, r - 1.0, s - 1.0
        k = k + 1
    return x, y, p, q, r, s


def handled_outside(p, q, r, s, turns):
    try:
        return run(p, q, r, s, turns)
    except ZeroDivisionError as e:
        return str(e)


def main():
    results = []
    for z in range(4):
        start = [100.5 if i != z else 7.0 for i in range(4)]
        results.append(handled_outside(start[0], start[1], start[2], start[3], 40))
        results.append(handled_inside(start[0], start[1], start[2], start[3], 40))
    for first in (-0.0, 1e-320, float("inf"), float("nan")):
        results.append(handled_outside(100.5, first, 50.25, 60.125, 3))
        results.append(handled_inside(100.5, 90.5, first, 60.125, 3))
    return results
