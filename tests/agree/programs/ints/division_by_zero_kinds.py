# Each division operator has its own message for a zero divisor.
def attempt(f):
    try:
        return f()
    except ZeroDivisionError as e:
        return str(e)

def main():
    zero = 0
    return (attempt(lambda: 1 / zero), attempt(lambda: 1 // zero), attempt(lambda: 1 % zero),
            attempt(lambda: divmod(1, zero)), attempt(lambda: 10**30 // zero), attempt(lambda: zero**-1))
