# Floor division and remainder with negative operands, in a hot loop.
def main():
    a = b = 0
    for i in range(-100000, 100000):
        a += i // 7
        b += i % -5
    return a, b
