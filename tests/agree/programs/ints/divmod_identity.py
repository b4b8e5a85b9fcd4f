# divmod agrees with // and %, and q*b+r gives back a, also for big operands.
def check(a, b):
    q, r = divmod(a, b)
    return q == a // b and r == a % b and q * b + r == a and (0 <= r < b or b < r <= 0)

def main():
    values = (1, -1, 7, -7, 2**63, -(2**63), 10**30, -(10**30) + 1)
    return all(check(a, b) for a in values for b in values)
