# A list plus a tuple is a TypeError.
def main():
    xs = [1]
    return xs + (2,)
