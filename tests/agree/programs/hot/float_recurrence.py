# A float recurrence that depends on every earlier bit.
def main():
    x, y = 0.1, 0.2
    for _ in range(200000):
        x, y = 3.7 * x * (1 - x), 0.5 * (x + y)
    return x, y
