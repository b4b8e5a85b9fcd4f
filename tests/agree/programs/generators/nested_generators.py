# A generator over a generator over a generator.
def main():
    a = (x for x in range(10))
    b = (x * x for x in a if x % 2)
    c = (y - 1 for y in b)
    return list(c), list(a)
