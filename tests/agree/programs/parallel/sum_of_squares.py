# A sum over a long range.
def main():
    return sum(i * i for i in range(100000)), sum(i * i % 7 for i in range(50000) if i % 3 == 0)
