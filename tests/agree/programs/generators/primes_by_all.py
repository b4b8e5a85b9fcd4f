# all over a lazily bounded range.
def is_prime(n):
    return n > 1 and all(n % d for d in range(2, int(n**0.5) + 1))

def main():
    return [n for n in range(60) if is_prime(n)], sum(1 for n in range(2000) if is_prime(n))
