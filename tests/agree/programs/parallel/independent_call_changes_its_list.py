# A call that could run beside another one appends to a list that was made for it.
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)

def fill(v, n):
    while n > 0:
        v.append(n)
        n -= 1
    return v

def both(v, n):
    a = fib(n)
    w = fill(v, n)
    return w, a

def caught(v, n):
    try:
        a = fib(n)
        w = fill(v, n // (n % 3))
    except ZeroDivisionError:
        return a
    return w, a

def main():
    return [both([3], i) for i in range(12)], [caught([3], i) for i in range(12)], both([1], 15)
