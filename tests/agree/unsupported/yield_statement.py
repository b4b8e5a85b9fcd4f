# A generator function.
def numbers(n):  # <-- unsupported
    for i in range(n):
        yield i  # <-- unsupported

def main():
    return list(numbers(3))  # <-- unsupported
