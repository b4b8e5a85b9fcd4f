# Alternating series with a sign variable.
def main():
    total = 0.0
    sign = 1.0
    for k in range(200000):
        total += sign / (2 * k + 1)
        sign = -sign
    return 4 * total
