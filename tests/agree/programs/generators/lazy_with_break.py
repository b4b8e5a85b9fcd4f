# Elements are computed when asked for: those after a break are not.
def check(x):
    if x > 5:
        raise ValueError("computed too far")
    return x * x

def main():
    seen = []
    for y in (check(x) for x in range(100)):
        if y > 20:
            break
        seen.append(y)
    return seen
