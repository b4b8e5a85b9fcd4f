# Rounding infinity or nan to an int fails; with digits it does not.
def attempt(x):
    try:
        return round(x)
    except OverflowError as e:
        return str(e)
    except ValueError as e:
        return str(e)

def main():
    inf = float("inf")
    return attempt(inf), attempt(-inf), attempt(inf - inf), round(inf, 2), round(-inf, -1), attempt(2.5)
