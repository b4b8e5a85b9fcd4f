# CPython changes the list and then raises.
def main():
    t = ([1], 2)
    try:
        t[0] += [3]
    except TypeError:
        pass
    return t
