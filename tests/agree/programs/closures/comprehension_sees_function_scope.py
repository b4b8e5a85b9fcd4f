# Comprehensions inside nested functions reach all enclosing scopes.
FACTOR = 3

def main():
    offset = 1
    def f(n):
        return [FACTOR * i + offset + n for i in range(n)]
    return f(3), [[a + b + offset for a in range(2)] for b in range(2)]
