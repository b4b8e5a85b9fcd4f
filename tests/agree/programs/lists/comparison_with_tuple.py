# A list never equals a tuple and can't be ordered against one.
def main():
    first = [1] == (1,)
    try:
        return first, [1] < (1,)
    except TypeError as e:
        return first, str(e)
