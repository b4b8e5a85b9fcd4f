# except with a tuple of classes, also held in a variable.
NUMERIC = (ZeroDivisionError, OverflowError)

def attempt(f):
    try:
        return f()
    except NUMERIC as e:
        return "numeric: " + str(e)
    except (IndexError, TypeError) as e:
        return "access: " + str(e)

def main():
    z = 0
    return attempt(lambda: 1 % z), attempt(lambda: [][z]), attempt(lambda: len(z)), attempt(lambda: 10.0**400), attempt(lambda: 7)
