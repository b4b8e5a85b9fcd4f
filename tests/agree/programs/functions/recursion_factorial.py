# Plain recursion into big integers.
def factorial(n):
    return 1 if n == 0 else n * factorial(n - 1)

def main():
    return factorial(5), factorial(25), factorial(100) % (10**9 + 7)
