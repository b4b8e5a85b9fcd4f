# A second loop goes on where a break left off.
def main():
    g = (x * 10 for x in range(6))
    first = []
    for x in g:
        first.append(x)
        if x == 20:
            break
    return first, list(g)
