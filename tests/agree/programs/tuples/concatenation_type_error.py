# A tuple plus a list is a TypeError.
def main():
    return (1, 2) + [3]
