# Past -2**63 downward, then up again.
def main():
    x = -(2**63) + 500000
    low = x
    for i in range(200000):
        x = x - 9 if i < 100000 else x + 9
        if x < low:
            low = x
    return x, low
