# Reductions that end early over a range whose length fits no machine word.
def main():
    far = range(-2 ** 63, 2 ** 63 - 1)
    found = [any(i > k - 2 ** 63 for i in far) for k in range(100)]
    every = [all(i < k - 2 ** 63 for i in far) for k in range(100)]
    return sum(found), sum(every)
