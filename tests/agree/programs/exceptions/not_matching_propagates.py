# An exception that no handler matches goes on outward.
def inner(z):
    try:
        return 1 // z
    except (ValueError, IndexError):
        return "never"

def outer():
    try:
        return inner(0)
    except ZeroDivisionError:
        return "outer"

def main():
    return outer(), inner(0)
