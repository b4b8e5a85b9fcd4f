# The elements of a sum are added from left to right.
def main():
    return sum(1 / (k * k) for k in range(1, 500)), sum(0.1 for _ in range(10)), sum((x * 0.1 for x in range(5)), 0.5)
