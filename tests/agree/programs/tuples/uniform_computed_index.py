# Tuples of one type, indexed by what only the run knows: as a parameter, as what a loop makes anew, in a closure, and
# with elements that are counted.
class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y


def nearest(points, i):
    best = -1
    distance = 1e300
    for j in range(len(points)):
        if j != i:
            d = (points[i].x - points[j].x) ** 2 + (points[i].y - points[j].y) ** 2
            if d < distance:
                best, distance = j, d
    return best


def rotate(points, steps):
    seen = []
    k = 0
    while k < steps:
        seen.append(points[(k * 7) % 4].x - points[-1 - k % 4].y)
        points = (points[1], points[2], points[3], Point(points[k % 4].y, points[k % 3].x + 0.5))
        k += 1
    return seen[-5:], points[steps % 4].x


def words(names, n):
    pick = lambda i: names[i % 3] + names[-1 - i % 3]
    return [pick(i) for i in range(n)][-4:], sum(len(names[i % 3]) for i in range(n))


def main():
    points = (Point(0.0, 1.0), Point(2.0, 2.5), Point(-1.0, 3.0), Point(0.5, 0.5))
    rows = ([1, 2], [3], [])
    return (
        [nearest(points, i) for i in range(-4, 4)],
        rotate(points, 1000),
        words(("a", "bcd", "ef" * 20), 500),
        [len(rows[i % 3] + rows[-1]) for i in range(7)],
    )
