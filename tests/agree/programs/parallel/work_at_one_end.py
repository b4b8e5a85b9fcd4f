# All the work is in the last elements.
def work(i):
    if i < 20000:
        return 0
    total = 0
    for k in range(i - 19900):
        total += k * i % 13
    return total

def main():
    return sum(work(i) for i in range(20300))
