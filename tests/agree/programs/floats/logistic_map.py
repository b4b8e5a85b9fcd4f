# A chaotic map magnifies any rounding difference.
def main():
    x = 0.3
    for _ in range(200):
        x = 3.99 * x * (1.0 - x)
    return x
