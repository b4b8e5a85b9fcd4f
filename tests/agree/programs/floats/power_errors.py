# 0.0 to a negative power and overflow are errors.
def attempt(a, b):
    try:
        return a**b
    except ZeroDivisionError as e:
        return "zero: " + str(e)
    except OverflowError as e:
        return "overflow: " + str(e)

def main():
    return attempt(0.0, -1), attempt(10.0, 400), attempt(-0.0, -3.0), attempt(2.0, 1023), attempt(1e200, 2)
