# + joins tuples of different types and lengths.
def main():
    a = (1, "x")
    b = (2.5,)
    return a + b, b + a, a + (), () + (), a + a + (None,)
