# Each closure keeps the values of its own call.
def make(a, b):
    def f(x):
        return a * x + b
    return f

def main():
    f, g = make(2, 1), make(3.5, "" and 0 or -1)
    return f(10), g(10), [h(1) for h in (f, g, make(10**20, 0))]
