# pow with modulus zero, or without an inverse, raises ValueError.
def attempt(a, b, c):
    try:
        return pow(a, b, c)
    except ValueError as e:
        return str(e)

def main():
    return attempt(2, 3, 0), attempt(2, -1, 4), attempt(6, -1, 9), attempt(2, -1, 5)
