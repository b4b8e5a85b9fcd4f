# A list that grows in one hot loop and is read in another.
def main():
    xs = []
    for i in range(100000):
        xs.append(i * i % 1009)
    total = 0
    for i in range(len(xs)):
        total += xs[i] * (xs[-i] + 1)
    return total, len(xs)
