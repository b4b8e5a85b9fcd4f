# A negative exponent gives a float, or ZeroDivisionError for base zero.
def power(a, b):
    return a**b

def main():
    values = [power(2, -1), power(-2, -2), power(10, -3), power(1, -5)]
    try:
        power(0, -1)
    except ZeroDivisionError as e:
        return values, str(e)
