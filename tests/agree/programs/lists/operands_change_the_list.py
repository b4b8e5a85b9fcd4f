# Operands that change the very list whose item or method the statement is about.
def hanoi(n):
    pegs = [[i for i in range(n, 0, -1)], [], []]
    moves = [(n, 0, 2)]
    while moves:
        count, start, end = moves.pop()
        if count == 1:
            pegs[end].append(pegs[start].pop())
        else:
            moves.append((count - 1, 3 - start - end, end))
            moves.append((1, start, end))
            moves.append((count - 1, start, 3 - start - end))
    return pegs


def main():
    xs = [5, 1, 2, 3, 4]
    xs.append(xs.pop(0))
    xs[xs.pop() - 4] = 9
    xs[0] += xs.pop()
    xs[xs.pop(0) % 2 - 1] = xs.pop()
    ys = [1, 2]
    ys[0] = (ys := [7, 8])[1]
    zs = [3, 4]
    zs[(zs := [1])[0]] = 0 if len(zs) > 9 else 1
    rows = [[1, 2], [3]]
    rows[0][rows[1].pop() - 3] += rows[0].pop(0)
    return xs, ys, zs, rows, hanoi(7)
