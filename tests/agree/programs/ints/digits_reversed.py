# Decimal digits taken off a big integer one by one.
def digits(n):
    result = []
    while n > 0:
        n, digit = divmod(n, 10)
        result.append(digit)
    return result

def main():
    return digits(12345678901234567890123), digits(0), digits(7)
