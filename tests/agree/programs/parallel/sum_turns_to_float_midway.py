# A long sum whose elements are ints first and floats later.
def main():
    return sum(i if i < 30000 else i / 3 for i in range(60000)), sum(2**55 + i if i % 1000 else 0.5 for i in range(20000))
