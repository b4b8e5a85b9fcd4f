# Mixed arithmetic converts the integer and may overflow.
def main():
    big = 2**1024
    try:
        return 1.0 + big
    except OverflowError as e:
        return str(e), big > 1.0, big == float("inf")
