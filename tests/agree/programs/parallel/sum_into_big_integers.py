# A long sum that leaves 64 bits in the middle and comes back.
def main():
    return sum(10**15 * i for i in range(50000)), sum((10**16 if i < 20000 else -(10**16)) for i in range(40000)), sum(i**5 for i in range(20000))
