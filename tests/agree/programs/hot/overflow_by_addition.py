# Slow growth past 2**63 by addition only.
def main():
    x = 2**63 - 1000000
    crossed = None
    for i in range(200000):
        x += 7
        if crossed is None and x >= 2**63:
            crossed = i
    return x, crossed
