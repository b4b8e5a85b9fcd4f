# Doubly recursive calls are independent.
def fib(n):
    if n < 2:
        return n
    return fib(n - 1) + fib(n - 2)

def main():
    return fib(20), fib(15) * fib(14)
