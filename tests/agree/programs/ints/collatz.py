# The Collatz sequence: conditional growth and halving.
def steps(n):
    count = 0
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        count += 1
    return count

def main():
    return [steps(n) for n in range(1, 40)], steps(2**70 + 1)
