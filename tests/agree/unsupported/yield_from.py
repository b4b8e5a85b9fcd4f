# Delegation to another iterable.
def numbers(n):  # <-- unsupported
    yield from range(n)  # <-- unsupported

def main():
    return sum(numbers(4))  # <-- unsupported
