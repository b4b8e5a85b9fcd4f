# A long list comprehension keeps its order.
def f(i):
    return (i * i + 7) % 1013

def main():
    xs = [f(i) for i in range(60000)]
    return len(xs), xs[:5], xs[-5:], xs[31234], sum(xs)
