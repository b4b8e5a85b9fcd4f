# Verifying a connection: the sum of a range.
def main():
    return sum(range(10**6))
