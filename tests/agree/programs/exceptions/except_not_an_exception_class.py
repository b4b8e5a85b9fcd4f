# A handler that is no exception class is a TypeError, but only when it is asked.
def f(z):
    try:
        return 1 // z
    except "ZeroDivisionError":
        return "caught"

def main():
    first = f(1)
    try:
        f(0)
    except TypeError as e:
        return first, str(e)
