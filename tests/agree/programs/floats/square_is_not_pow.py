# x*x and x**2 may differ in the last bit; each is computed as written.
def main():
    xs = [0.1 + i * 0.37 for i in range(50)]
    return [x * x for x in xs[:5]], [x**2 for x in xs[:5]], [x**3 for x in xs[:5]], sum(1 for x in xs if x * x * x != x**3)
