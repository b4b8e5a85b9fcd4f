# OverflowError of conversions and powers.
def attempt(f):
    try:
        return f()
    except OverflowError as e:
        return str(e)

def main():
    big = 10**400
    return attempt(lambda: float(big)), attempt(lambda: big * 1.0), attempt(lambda: big / 3), attempt(lambda: 2.0**10000), attempt(lambda: int(1e308 * 10)), attempt(lambda: 1e300**2), attempt(lambda: 1 / big)
