# int(), float() and round() of large values in a hot loop.
def main():
    total = 0
    x = 0.5
    for i in range(60000):
        x = x * 1.0007
        if x > 1e19:
            x = 0.5
        total += int(x) % 1000 + round(x / 3) % 7
    return total, x
