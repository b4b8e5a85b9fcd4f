# res = f(g(x), res): g is independent of res.
def g(x):
    total = 0
    for k in range(x % 50):
        total += k * x
    return total

def f(a, res):
    return (res * 31 + a) % 1000003

def main():
    res = None
    for x in range(2000):
        res = f(g(x), res or 1)
    return res
