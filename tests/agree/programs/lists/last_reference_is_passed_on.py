# A list that only the called function still refers to can change there, also behind operators that compiled code leaves.
def item(rows):
    row = rows[0]
    row.append(2 ** 70)
    return row

def part(pair):
    xs, n = pair
    2 ** 70
    xs.append(n)
    return xs

def again(xs, depth):
    if depth == 0:
        2 ** 70
        xs.append(depth)
        return xs
    return again(xs, depth - 1)

def main():
    rows = [[1], [2]]
    given = []
    for text in "abcdefgh":
        count = 9
        while count:
            count -= 1
            2 ** 70
    try:
        given.append(missing)
    except NameError as e:
        given.append(str(e))
    return item(rows), part(([1], 2)), again([1], 3), given
