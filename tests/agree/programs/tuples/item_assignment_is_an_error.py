# Tuples can't be changed.
def main():
    t = (1, 2)
    t[0] = 5
    return t
