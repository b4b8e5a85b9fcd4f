# A grid of escape times as nested comprehensions.
def escape(cr, ci):
    zr = zi = 0.0
    for n in range(30):
        zr, zi = zr * zr - zi * zi + cr, 2 * zr * zi + ci
        if zr * zr + zi * zi > 4.0:
            return n
    return 30

def main():
    rows = [[escape(-2.0 + 3.0 * x / 60, -1.0 + 2.0 * y / 30) for x in range(60)] for y in range(30)]
    return [sum(row) for row in rows], rows[15][:20]
