# Recursion through self-application.
def fix(f):
    return (lambda x: f(lambda v: x(x)(v)))(lambda x: f(lambda v: x(x)(v)))

def main():
    factorial = fix(lambda rec: lambda n: 1 if n == 0 else n * rec(n - 1))
    return [factorial(n) for n in (0, 1, 5, 10)]
