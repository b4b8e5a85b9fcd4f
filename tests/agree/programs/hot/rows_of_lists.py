# Rows of lists are only looked at, while some of them are replaced: what is read stays what it was.
def dot(a, b):
    return sum(a[k] * b[k] for k in range(len(a)))


def matrix(rows, n):
    return [[dot(rows[i], rows[j]) for j in range(n)] for i in range(n)]


def swap_and_sum(rows, turns):
    total = 0.0
    for t in range(turns):
        row = rows[t % 3]
        first = row[0]
        rows[t % 3] = [first + 1.0, row[1]]
        total += row[0] * 10 + rows[t % 3][0] + first
    return total


def longest(words, n):
    best = ""
    for i in range(n):
        if len(words[i % 3]) > len(best):
            best = words[i % 3]
    return best


def main():
    rows = [[float(i * 7 % 5 + j) for j in range(6)] for i in range(40)]
    m = matrix(rows, 40)
    few = [[[i, i + 1], [i + 2]] for i in range(4)]
    nested = [sum(len(few[i][j]) + few[i][j][0] for j in range(2)) for i in range(4)]
    empty = (sum([1.5 for i in range(0)]), [x for x in range(5) if x > 9], all(x > 0 for x in []))
    big = sum(x * 2**60 for x in range(20))
    return (m[3][4], m[39][0], swap_and_sum([[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]], 500), longest(["a", "bcd", "ef"], 99),
            nested, empty, big, min(r[0] for r in rows), max(r[5] - 0.5 for r in rows), [any(x == r for x in (3.0, 9.0)) for r in rows[1]])
