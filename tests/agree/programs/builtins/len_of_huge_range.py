# The length of a range may be large, but must fit.
def main():
    first = len(range(2**62)), len(range(-(2**62), 2**62 - 1)), len(range(0, 2**70, 2**60))
    try:
        return first, len(range(2**63))
    except OverflowError as e:
        return first, str(e)
