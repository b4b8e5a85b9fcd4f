# Twelve parameters and a long call.
def f(a, b, c, d, e, g, h, i, j, k, l, m=12):
    return a - b + c - d + e - g + h - i + j - k + l - m

def main():
    return f(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11), f(*range(12)), f(1, 2, 3, 4, 5, 6, m=0, l=1, k=2, j=3, i=4, h=5)
