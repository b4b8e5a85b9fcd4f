# Subtraction overflows in both directions and comes back.
def main():
    low = -9223372036854775808
    high = 9223372036854775807
    return low - 1, high - -1, (low - 1) + 1, high - low, low - high, 0 - low
