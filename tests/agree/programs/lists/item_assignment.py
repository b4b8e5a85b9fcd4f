# Assigning to items, with negative indices too.
def main():
    xs = [0] * 5
    for i in range(5):
        xs[i] = i * 10
    xs[-1] = 99
    xs[-5] += 7
    return xs
