# int(inf) is an OverflowError and int(nan) a ValueError.
def attempt(x):
    try:
        return int(x)
    except OverflowError as e:
        return "overflow: " + str(e)
    except ValueError as e:
        return "value: " + str(e)

def main():
    inf = float("inf")
    return attempt(inf), attempt(-inf), attempt(inf - inf), attempt(1e3)
