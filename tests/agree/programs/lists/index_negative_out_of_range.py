# Reading before the beginning is an error too, and so is anything in an empty list.
def attempt(xs, i):
    try:
        return xs[i]
    except IndexError as e:
        return str(e)

def main():
    return attempt([1, 2], -3), attempt([], 0), attempt([], -1), attempt([1, 2], -2), attempt([1, 2], 2**70)
