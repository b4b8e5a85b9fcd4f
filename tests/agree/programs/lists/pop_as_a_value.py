# The item that `pop` takes out, in every place where a value may stand.
def drain(stack):
    total = 0
    while stack:
        node = stack.pop()
        total = total * 3 + node
        if node > 3:
            stack.append(node - 2)
            stack.append(node // 2)
    return total


def last(xs):
    return xs.pop()


def main():
    xs = [3, 1, 4, 1, 5, 9, 2, 6]
    a = xs.pop()
    b = xs.pop(0)
    c = xs.pop(-2) + xs.pop(1)
    text = f"{xs.pop()} {len(xs)}"
    if xs.pop() == 1:
        xs.append(xs.pop() * 10)
    t = (xs.pop(), [7, 8].pop(), last([1, 2, 3]))
    return a, b, c, text, xs, t, drain([9, 4, 7])
