# An error in an augmented assignment to an item leaves the list alone.
def main():
    xs = [1, 2, 3]
    try:
        xs[1] += "x"
    except TypeError as e:
        first = str(e)
    try:
        xs[7] += 1
    except IndexError as e:
        return first, str(e), xs
