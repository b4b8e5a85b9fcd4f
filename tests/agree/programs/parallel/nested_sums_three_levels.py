# Three nested sums with conditions.
def main():
    return sum(sum(sum((i ^ j) & k for k in range(12)) for j in range(i) if j % 2) for i in range(90))
