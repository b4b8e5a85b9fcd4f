# Floor division rounds toward minus infinity for every sign combination.
def main():
    return [a // b for a in (7, -7, 6, -6, 0, 1, -1) for b in (3, -3, 2, -2, 7, -8)]
