# Lists that functions make, change and give away; each call has its own.
def make(n):
    def inner(k):
        rows = [[k] for _ in range(n)]
        rows[k % n].append(-k)
        rows[0][0] += 1
        x = rows.pop()
        return rows, x
    return inner


def deep(n):
    if n == 0:
        return [[0]]
    rows = deep(n - 1)
    rows[0].append(n)
    rows.append([rows[0].pop(0)])
    return rows


def first_of(make_list):
    return make_list().pop(0)


def main():
    f = make(3)
    results = [f(k) for k in range(200)]
    total = sum(len(rows) + x[0] for rows, x in results)
    best = max((f(k)[0] for k in range(5)), key=lambda rows: rows[0])
    count = [first_of(lambda: [i, i + 1]) for i in range(5)]
    return total, results[4], best, deep(6), count
