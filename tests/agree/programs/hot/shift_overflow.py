# A shift that overflows now and then in a hot loop.
def main():
    total = 0
    for i in range(150000):
        y = (i & 1023) << (i % 61)
        total ^= y
    return total
