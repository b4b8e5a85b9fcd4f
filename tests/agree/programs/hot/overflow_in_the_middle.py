# An accumulator leaves 64 bits in the middle of a hot loop and comes back.
def main():
    x = 1
    peak = 0
    for i in range(200000):
        if i % 1000 < 100:
            x = x * 3
        elif x > 1:
            x = x // 3
        if x > peak:
            peak = x
    return x, peak
