# An exception from the bottom of a recursion, with every level in the traceback.
def descend(n):
    if n == 0:
        return [][0]
    return descend(n - 1) + 1

def main():
    return descend(4)
