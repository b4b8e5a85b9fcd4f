# Ranges with no, one and two elements.
def f(i):
    return i * 1.5

def main():
    return [(sum(f(i) for i in range(n)), [f(i) for i in range(n)], any(f(i) for i in range(n)), all(f(i) for i in range(n)), max((f(i) for i in range(n)), default=None)) for n in range(3)]
