# The traceback of the new exception begins where it was raised.
def low(z):
    return 5 % z

def main():
    try:
        low(0)
    except ZeroDivisionError as e:
        raise RuntimeError("high level") from e
