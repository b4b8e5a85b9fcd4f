# a*b + c rounds twice.
def fma_like(a, b, c):
    return a * b + c

def main():
    x = 1.0 + 2.0**-30
    return fma_like(x, x, -1.0), fma_like(0.1, 10.0, -1.0), x * x - 1.0 == fma_like(x, x, -1.0)
