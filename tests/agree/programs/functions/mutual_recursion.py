# Two functions that call each other.
def even(n):
    return True if n == 0 else odd(n - 1)

def odd(n):
    return False if n == 0 else even(n - 1)

def main():
    return [even(n) for n in range(5)], odd(99), even(100)
