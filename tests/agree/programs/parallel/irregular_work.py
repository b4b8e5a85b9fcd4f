# Elements whose cost grows along the range.
def collatz(n):
    steps = 0
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        steps += 1
    return steps

def main():
    return sum(collatz(n) for n in range(1, 6000)), max(collatz(n) for n in range(1, 3000))
