# Function composition and partial application.
def compose(f, g):
    return lambda x: f(g(x))

def partial(f, a):
    return lambda *rest: f(a, *rest)

def main():
    inc = lambda x: x + 1
    square = lambda x: x * x
    power = partial(pow, 2)
    return compose(inc, square)(5), compose(square, inc)(5), power(10), power(10, 1000), compose(str, power)(3)
