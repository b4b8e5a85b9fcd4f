# A constant index beyond the end raises IndexError when it is reached.
def main():
    t = (1, 2)
    if len(t) == 2:
        return t[2]
    return None
