# Elements of several types in one long comprehension.
def f(i):
    if i % 5000 == 1:
        return None
    if i % 3 == 0:
        return i / 2
    return i if i % 2 else str(i)

def main():
    xs = [f(i) for i in range(20000)]
    return xs[:8], xs[5001], xs[-3:], sum(1 for x in xs if isinstance(x, str)), sum(1 for x in xs if x is None)
