# The first handler that matches is used, also when a later one is more exact.
def main():
    z = 0
    try:
        return 1 // z
    except ArithmeticError:
        return "base first"
    except ZeroDivisionError:
        return "exact"
