# res = f(g(x), res) over a range.
def g(x):
    return x * x % 101

def f(x, res):
    return x if res is None else (res * 3 + x) % 65537

def main():
    res = None
    for x in range(5000):
        res = f(g(x), res)
    return res
