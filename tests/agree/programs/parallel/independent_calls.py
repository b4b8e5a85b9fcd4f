# f(g(), h()) with heavy, independent g and h.
def g(n):
    total = 0
    for i in range(n):
        total += i * i % 17
    return total

def h(n):
    x = 1.0
    for i in range(n):
        x = x * 0.999 + i
    return x

def f(a, b):
    return a + b, a - b

def main():
    return f(g(40000), h(40000)), g(20000) * h(1000), [g(10000), g(20000), h(30000)]
