# Mixed subtraction rounds the big integer first.
def main():
    n = 2**70 + 1
    return n - 2.0**70, n * 0.5, n / 2.0**69, float(n) == 2.0**70, n == 2.0**70
