# sum of ints, floats, mixtures and with a start.
def main():
    return sum([1, 2, 3]), sum([]), sum((0.5, 1)), sum([True, True]), sum([1], 10), sum([1.5], start=1), sum(range(101)), sum([10**18] * 20), sum([2**62, 2**62, -(2**63)])
