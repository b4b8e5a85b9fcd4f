# An exact integer prefix, then floats, then integers again.
def main():
    return sum([2**53, 1, 1.0, 1]), sum([1, 2**53, 0.0]), sum([10**30, 1.5]), sum([0.5, 10**20, -(10**20)])
