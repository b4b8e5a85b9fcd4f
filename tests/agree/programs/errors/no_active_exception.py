# A bare raise where nothing is handled.
def again():
    raise


def main():
    try:
        1 // 0
    except ZeroDivisionError:
        pass
    again()
