# Three functions around a cycle, with different result types.
def a(n):
    return "a" if n <= 0 else b(n - 1)

def b(n):
    return 2.5 if n <= 0 else c(n - 1)

def c(n):
    return None if n <= 0 else a(n - 1)

def main():
    return [a(n) for n in range(7)]
