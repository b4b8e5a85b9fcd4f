# A quick failure late in the range does not beat a slow one early.
def f(i):
    if i == 100:
        total = 0
        for k in range(100000):
            total += k % 7
        raise KeyError(total)
    if i == 49999:
        raise ValueError("too eager")
    return 1

def main():
    return sum([f(i) for i in range(50000)])
