# map computes on demand and is empty afterwards.
def inverse(x):
    return 6 // x

def main():
    m = map(inverse, [1, 2, 3, 0, 6])
    first = []
    for y in m:
        first.append(y)
        if y == 2:
            break
    try:
        list(m)
    except ZeroDivisionError:
        first.append("zero")
    return first, list(m)
