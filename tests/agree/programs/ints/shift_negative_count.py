# Shifting by a negative count is a ValueError.
def shift(x, n):
    return x << n

def main():
    try:
        shift(1, -1)
    except ValueError as e:
        first = str(e)
    return first, shift(1, 3) >> -2
