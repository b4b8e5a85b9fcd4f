# Parameters are variables too: reassigned before and after capture.
def f(n):
    n = n + 1
    g = lambda: n
    before = g()
    n = n * 10
    return before, g()

def main():
    return f(1), f(0.5)
